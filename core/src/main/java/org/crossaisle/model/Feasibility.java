package org.crossaisle.model;

import java.util.List;
import java.util.Optional;
import org.crossaisle.PublicApi;

/**
 * Whether a recipe can be fitted on some data on this machine as it is now. Training and the estimate before it ask the
 * same method, {@link Trainer#feasibility}.
 *
 * @param refusal why it cannot be fitted at all; empty if it can
 * @param leftOut the parts that would be left out, each as "name: reason"
 */
@PublicApi
public record Feasibility(Optional<String> refusal, List<String> leftOut) {
    /** All of it can be fitted. */
    public static final Feasibility WHOLE = new Feasibility(Optional.empty(), List.of());

    public Feasibility {
        leftOut = List.copyOf(leftOut);
    }

    public static Feasibility refused(String reason) {
        return new Feasibility(Optional.of(reason), List.of());
    }
}
