package org.crossaisle.cli.option;

import java.util.Arrays;
import java.util.List;
import org.crossaisle.Nearest;
import org.crossaisle.dataset.RequestTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses the value of {@code --request-time}. */
public final class RequestTimeConverter implements ITypeConverter<RequestTime> {
    /** The description of the option, shared by all commands. */
    public static final String DESCRIPTION =
            "The request time that models see, in training, validation and test: target (the target's own time,"
                    + " as in a live shop) or last-event (the time of the last event before the target, which is all that"
                    + " published sequence models know).";

    @Override
    public RequestTime convert(String value) {
        List<String> texts =
                Arrays.stream(RequestTime.values()).map(RequestTime::toString).toList();
        return Arrays.stream(RequestTime.values())
                .filter(moment -> moment.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected " + String.join(" or ", texts) + ", found "
                        + value + ". Nearest: " + Nearest.to(value, texts)));
    }
}
