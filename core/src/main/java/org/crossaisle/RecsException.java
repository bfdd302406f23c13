package org.crossaisle;

/**
 * A failure the caller can do something about: an input that cannot be read, a setting nobody knows, a disk that is
 * full.
 *
 * <p>The message says what was found, what was needed and where. The command line turns the code into an exit status,
 * the server into a problem document.
 */
public final class RecsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, stable across releases. */
    public enum Code {
        /** A file that is missing, empty, of another format than its name says, or not to be read. */
        INPUT_UNREADABLE,
        /** A column that is needed and not there. */
        COLUMN_MISSING,
        /** A setting, recipe, action or option nobody knows, or a value outside its range. */
        SETTING_INVALID,
        /** A shop directory that is none, or was written by another version. */
        SHOP_UNREADABLE,
        /** A model directory that is none, is incomplete, or does not fit the shop. */
        ARTIFACT_UNREADABLE,
        /** The user key of this process is not the one the shop was imported with. */
        KEY_MISMATCH,
        /** The work does not fit the memory at hand. */
        TOO_LARGE,
        /** Nothing could be written: disk full, no permission, directory in use. */
        STORAGE_FAILED,
        /** Training reached a loss that is not a number. */
        TRAINING_DIVERGED,
        /** There is nothing to do the work on, such as no user with enough events. */
        DATA_INSUFFICIENT,
        /** The part asked for is not built in here. */
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
