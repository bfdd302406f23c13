package org.crossaisle.cli;

import java.util.function.Supplier;
import org.crossaisle.RecsException;

/** Settings that refuse a value tell a person which verb it was for. */
final class Settings {
    private Settings() {}

    static <S> S checked(String verb, Supplier<S> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, verb + ": " + e.getMessage(), e);
        }
    }
}
