package org.crossaisle.server.http;

import org.crossaisle.server.problem.ProblemException;
import org.crossaisle.server.problem.ProblemKind;

/** The maximum size of a request body, chosen for a batch of events. */
public final class BodyLimit {
    public static final int MOST_BYTES = 8 << 20;

    private BodyLimit() {}

    public static ProblemException exceeded() {
        return new ProblemException(
                ProblemKind.BODY_TOO_LARGE, "the body has more than " + MOST_BYTES + " bytes; send smaller batches");
    }
}
