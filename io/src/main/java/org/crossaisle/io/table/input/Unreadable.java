package org.crossaisle.io.table.input;

import org.crossaisle.RecsException;

/** Makes the exceptions about tables that cannot be read. */
public final class Unreadable {
    private Unreadable() {}

    public static RecsException because(String message) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, message);
    }

    public static RecsException because(String message, Exception cause) {
        return new RecsException(RecsException.Code.INPUT_UNREADABLE, message, cause);
    }

    static RecsException failed(String name, Exception cause) {
        return because(name + " cannot be read: " + cause.getMessage(), cause);
    }
}
