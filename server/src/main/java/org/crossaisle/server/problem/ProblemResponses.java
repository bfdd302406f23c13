package org.crossaisle.server.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to every operation of the API description that it may answer with a problem document. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses != null && operation.getOperationId() != null) {
            add(responses, "400", "The request is wrong; the detail says what was found and what was expected.");
            add(responses, "404", "There is no such item, category or path.");
            add(
                    responses,
                    "503",
                    "The server is overloaded, or the events cannot be stored; try again after Retry-After.");
            add(responses, "default", "Any other failure.");
        }
        return operation;
    }

    /**
     * Adds the response unless the operation describes it itself; a response without content comes from the generator.
     */
    private static void add(APIResponses responses, String status, String description) {
        APIResponse own = responses.getAPIResponse(status);
        if (own == null || own.getContent() == null) {
            responses.addAPIResponse(status, problem(description));
        }
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
