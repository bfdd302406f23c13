package org.crossaisle.neural.tune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outcome of one trial at one rung: a line of the log.
 *
 * @param trial from 1; the first is the recipe as given
 * @param rung from 0
 * @param settings settings that differ from the recipe's
 * @param reached zeros if there is a problem
 * @param problem why the trial could not be measured; empty if it was
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
     * The result of training to a rung.
     *
     * @param ndcg NDCG at 10 on the validation targets
     * @param recall recall at 10 on the validation targets
     * @param epochs epochs trained so far, 0 for a recipe without epochs
     * @param finished whether more epochs would change nothing
     * @param seconds training time since the rung below
     * @param parameters number of parameters of the model
     */
    public record Reached(double ndcg, double recall, int epochs, boolean finished, double seconds, long parameters) {
        static final Reached NOTHING = new Reached(0, 0, 0, true, 0, 0);

        /** The same result one rung higher, where nothing was left to train. */
        Reached again() {
            return new Reached(ndcg, recall, epochs, finished, 0, parameters);
        }
    }
}
