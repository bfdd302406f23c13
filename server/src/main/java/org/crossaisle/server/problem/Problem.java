package org.crossaisle.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param instance name of the failure in the server's log; for server failures only
 * @param errors the errors, for requests that may have several
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A problem document of RFC 9457.")
public record Problem(
        @Schema(
                examples = "urn:crossaisle:problem:setting-invalid",
                description = "The kind of problem; stable across releases.")
        String type,

        @Schema(examples = "A parameter is wrong") String title,

        @Schema(examples = "400") int status,

        @Schema(
                examples = "crossShare is 1.5, must be in [0, 1]",
                description = "What was found and what was expected.")
        String detail,

        @Schema(description = "Identifies the failure in the server's log.") @Nullable
        String instance,

        @Schema(description = "One entry for each error in a batch of events.") @Nullable
        List<Flaw> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static final String UNKNOWN_PATH = "there is nothing at this path; /docs shows what there is";

    /** The problem for an unknown path. */
    public static Problem unknownPath() {
        return of(ProblemKind.PATH_UNKNOWN, UNKNOWN_PATH);
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, null);
    }

    /**
     * An error in a request body.
     *
     * @param pointer location of the error, as a JSON pointer in a URI fragment
     */
    @Schema(name = "ProblemFlaw")
    public record Flaw(@Schema(examples = "#/0/time") String pointer, String detail) {}
}
