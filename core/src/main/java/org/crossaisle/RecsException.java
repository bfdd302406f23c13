package org.crossaisle;

/**
 * A failure that the caller can act on: an unreadable input, an unknown setting, a full disk.
 *
 * <p>The message says what was found, what was expected and where. The command line turns the code into an exit status,
 * the server into a problem document.
 */
@PublicApi
public final class RecsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of failure, stable across releases. */
    public enum Code {
        /** A file that is missing, empty, unreadable, or of another format than its name says. */
        INPUT_UNREADABLE,
        /** A required column that is missing. */
        COLUMN_MISSING,
        /** An unknown setting, recipe, action or option, or a value outside its range. */
        SETTING_INVALID,
        /** A directory that is not a shop directory, or was written by another version. */
        SHOP_UNREADABLE,
        /** A directory that is not a model directory, is incomplete, or does not fit the shop. */
        ARTIFACT_UNREADABLE,
        /** The user key of this process is not the one the shop was imported with. */
        KEY_MISMATCH,
        /** The work does not fit into the available memory. */
        TOO_LARGE,
        /** Nothing could be written: disk full, no permission, directory in use. */
        STORAGE_FAILED,
        /** Training reached a loss that is not a number. */
        TRAINING_DIVERGED,
        /** There is no data to work on, such as no user with enough events. */
        DATA_INSUFFICIENT,
        /** The data can be read, but their totals look wrong: most rows were dropped, or one item has most events. */
        DATA_DOUBTFUL,
        /** The requested feature is not available in this build. */
        UNSUPPORTED
    }

    private final Code code;

    public RecsException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public RecsException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
