package org.crossaisle.server.problem;

import java.util.Locale;

/** The kinds of problems, of a request or of the server; stable across releases. */
public enum ProblemKind {
    SETTING_INVALID(400, "A parameter is wrong"),
    EVENT_INVALID(400, "An event is wrong"),
    BODY_MALFORMED(400, "The body cannot be read"),
    REQUEST_MALFORMED(400, "The request cannot be read"),
    ORIGIN_FOREIGN(403, "The request comes from another site's page"),
    ITEM_UNKNOWN(404, "There is no such item"),
    CATEGORY_UNKNOWN(404, "There is no such category"),
    PATH_UNKNOWN(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The path does not support this method"),
    NOT_ACCEPTABLE(406, "Answers are JSON"),
    BODY_TOO_SLOW(408, "The body took too long"),
    BODY_TOO_LARGE(413, "The body is too large"),
    PATH_TOO_LONG(414, "The request line is too long"),
    CONTENT_TYPE_UNSUPPORTED(415, "The body must be JSON"),
    HOST_UNKNOWN(421, "The request is for another server"),
    BODIES_TOO_MANY(429, "Too many bodies at a time"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "The server failed"),
    STORAGE_FAILED(503, "The events cannot be stored"),
    OVERLOADED(503, "The server has too much to do"),
    VERSION_UNSUPPORTED(505, "The HTTP version is not supported");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The URN of this kind in a problem document. */
    String type() {
        return "urn:crossaisle:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The default kind for an HTTP status. */
    public static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 404 -> PATH_UNKNOWN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> CONTENT_TYPE_UNSUPPORTED;
            case 503 -> OVERLOADED;
            default -> status >= 400 && status < 500 ? REQUEST_MALFORMED : INTERNAL;
        };
    }
}
