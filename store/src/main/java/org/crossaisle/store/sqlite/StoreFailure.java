package org.crossaisle.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.crossaisle.RecsException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Translates failures of SQLite into a {@link RecsException} that tells the operator what to do. */
final class StoreFailure {
    private StoreFailure() {}

    static RecsException of(Path file, SQLException cause) {
        return new RecsException(RecsException.Code.STORAGE_FAILED, file + " " + meaning(cause), cause);
    }

    static RecsException damaged(Path file, String detail) {
        return new RecsException(RecsException.Code.STORAGE_FAILED, file + " is damaged: " + detail);
    }

    /** The failure for a row that does not hold a valid event. */
    static RecsException damaged(Path file, IllegalArgumentException cause) {
        return new RecsException(RecsException.Code.STORAGE_FAILED, file + " is damaged: " + cause.getMessage(), cause);
    }

    private static String meaning(SQLException cause) {
        int extended = cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code : cause.getErrorCode();
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(extended & 0xff); // primary code: the lowest byte
        return switch (code) {
            case SQLITE_FULL -> "cannot be written: the disk is full";
            case SQLITE_CORRUPT -> "is damaged; restore it from a backup. " + cause.getMessage();
            case SQLITE_NOTADB -> "is not an event store: it is not an SQLite database, or its beginning is damaged";
            case SQLITE_BUSY, SQLITE_LOCKED -> "is still locked by another program, after waiting for it";
            case SQLITE_READONLY, SQLITE_PERM -> "cannot be written: it or its directory is read-only";
            default -> "cannot be read or written: " + cause.getMessage();
        };
    }
}
