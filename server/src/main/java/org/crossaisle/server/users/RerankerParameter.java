package org.crossaisle.server.users;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.stream.Collectors;
import org.crossaisle.recommend.rerank.Rerankers;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Lists the re-rankers on the class path in the description of the API. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class RerankerParameter implements OASFilter {
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if ("diversity".equals(parameter.getName())) {
            parameter.setDescription(parameter.getDescription()
                    + Rerankers.installed().providers().stream()
                            .map(each -> " " + each.usage() + ": " + each.help() + ".")
                            .collect(Collectors.joining()));
        }
        return parameter;
    }
}
