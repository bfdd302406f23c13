package org.crossaisle.io.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crossaisle.Nearest;
import org.crossaisle.RecsException;
import org.crossaisle.io.format.plan.FormatText;
import org.crossaisle.io.format.plan.ShopFormat;

/**
 * The formats by name. Each is a file in YAML beside this class, as a user may write one too. A new one is a file and
 * its name in {@link #NAMES}.
 *
 * <p>Of the data sets of Criteo the format {@code criteo} reads the Sponsored Search Conversion Log: it alone names
 * products, their categories and users. The Attribution Modeling data set has campaigns instead of products, and the
 * data sets for click prediction and counterfactual learning have hashed features only.
 */
public final class ShopFormats {
    /** The names of all formats. */
    public static final List<String> NAMES = List.of(
            "shopify",
            "woocommerce",
            "magento",
            "google-merchant",
            "ga4",
            "gorse",
            "recbole",
            "metarank",
            "personalize",
            "retail-api",
            "movielens",
            "instacart",
            "retailrocket",
            "predictionio",
            "opencart",
            "criteo");

    private static final String SUFFIX = ".yaml";

    private ShopFormats() {}

    /** All formats, in the order of {@link #NAMES}. */
    public static List<ShopFormat> all() {
        return NAMES.stream().map(ShopFormats::resource).toList();
    }

    /**
     * A format by its name, or from a file that ends in {@code .yaml}.
     *
     * @throws RecsException SETTING_INVALID when there is no such format, or the file does not describe one;
     *     INPUT_UNREADABLE when the file cannot be read
     */
    public static ShopFormat named(String name) {
        if (name.endsWith(SUFFIX) || name.endsWith(".yml")) {
            try {
                return FormatText.parse(Files.readString(Path.of(name)), name);
            } catch (IOException e) {
                throw new RecsException(
                        RecsException.Code.INPUT_UNREADABLE, name + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (!NAMES.contains(name)) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    "there is no format " + name + ". Nearest: " + Nearest.to(name, NAMES) + ". Known: "
                            + String.join(", ", NAMES) + ", or a file that ends in " + SUFFIX);
        }
        return resource(name);
    }

    private static ShopFormat resource(String name) {
        String file = name + SUFFIX;
        try (InputStream in = ShopFormats.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the format " + file + " is missing");
            }
            return FormatText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
