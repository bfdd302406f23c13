package org.crossaisle.neural.tune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one trial had reached at one rung: a line of the log.
 *
 * @param trial from 1 on; the first is the recipe as it was given
 * @param rung from 0 on
 * @param settings that differ from the recipe's
 * @param reached zeros where there is a problem
 * @param problem why it could not be measured, empty when it was
 */
public record TrialOutcome(int trial, int rung, Map<String, String> settings, Reached reached, String problem) {
    public TrialOutcome {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    boolean failed() {
        return !problem.isEmpty();
    }

    double ndcg() {
        return reached.ndcg();
    }

    /**
     * What a training came to.
     *
     * @param ndcg at 10, on the validation targets
     * @param recall at 10, on the same
     * @param epochs trained so far, 0 for a recipe without epochs
     * @param finished true when more epochs would change nothing
     * @param seconds of training since the rung below
     * @param parameters of the model
     */
    public record Reached(double ndcg, double recall, int epochs, boolean finished, double seconds, long parameters) {
        static final Reached NOTHING = new Reached(0, 0, 0, true, 0, 0);

        /** The same a rung higher, where nothing was left to be trained. */
        Reached again() {
            return new Reached(ndcg, recall, epochs, finished, 0, parameters);
        }
    }
}
