package org.crossaisle;

/** Ends work that its caller asked to stop. Thrown by a {@link Progress} to the work that reports to it. */
public final class WorkStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkStoppedException() {
        super("stopped on request");
    }
}
