package org.crossaisle.neural.encode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All families of user encoders by name, each with its default settings. To add one, write a class and add a line here.
 */
public final class UserEncoders {
    private static final Map<String, UserEncoderSettings> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("gru", RecurrentEncoder.Gru.DEFAULTS);
        NAMED.put("lstm", RecurrentEncoder.Lstm.DEFAULTS);
        NAMED.put("transformer", TransformerEncoder.Settings.DEFAULTS);
        NAMED.put("bsarec", FrequencyEncoder.Settings.DEFAULTS);
        NAMED.put("bert4rec", ClozeEncoder.Settings.DEFAULTS);
        NAMED.put("hstu", TransductionEncoder.Settings.DEFAULTS);
        NAMED.put("youtube-dnn", AverageEncoder.Settings.DEFAULTS);
        NAMED.put("multi-interest", InterestsEncoder.Settings.DEFAULTS);
    }

    private UserEncoders() {}

    /** The default settings of every family, by its name. */
    public static Map<String, UserEncoderSettings> named() {
        return Collections.unmodifiableMap(NAMED);
    }

    /** The name of the family that these settings belong to; for an adapted encoder, that of the encoder inside it. */
    public static String nameOf(UserEncoderSettings settings) {
        if (settings instanceof AdaptedEncoder.Settings adapted) {
            return nameOf(adapted.of());
        }
        return NAMED.entrySet().stream()
                .filter(entry -> entry.getValue().getClass() == settings.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(settings + " does not belong to a named family"));
    }
}
