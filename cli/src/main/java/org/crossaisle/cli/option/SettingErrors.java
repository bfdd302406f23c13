package org.crossaisle.cli.option;

import java.util.function.Supplier;
import org.crossaisle.RecsException;

/** Reports a rejected setting with the command it was for. */
public final class SettingErrors {
    private SettingErrors() {}

    public static <S> S checked(String verb, Supplier<S> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, verb + ": " + e.getMessage(), e);
        }
    }
}
