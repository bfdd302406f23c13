package org.crossaisle.server.problem;

import java.util.List;

/** Thrown to answer a request with a problem document. The detail and the errors must not contain a user id. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<Problem.Flaw> errors;

    public ProblemException(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    public ProblemException(ProblemKind kind, String detail, List<Problem.Flaw> errors) {
        super(detail, null, false, false); // no stack trace: the server works as it should
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    ProblemKind kind() {
        return kind;
    }

    public Problem problem() {
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                String.valueOf(getMessage()),
                null,
                errors.isEmpty() ? null : errors);
    }
}
