package org.example;

import java.util.Arrays;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

// tag::recipe
/**
 * What the customer bought before, the most often bought first; then what most customers bought.
 *
 * @param weight how much one purchase of the customer counts beside all purchases of all customers
 */
public record Repurchase(double weight) implements Trainer {
    @Override
    public String name() {
        return "repurchase";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return new Counted(weight, data.itemCounts());
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return new Counted(weight, state.ints("counts"));
    }

    private static final class Counted implements Model {
        private final double weight;
        private final int[] counts; // [items], how often each was bought
        private final long all;

        Counted(double weight, int... counts) {
            this.weight = weight;
            this.counts = counts;
            this.all = Arrays.stream(counts).asLongStream().sum();
        }

        @Override
        public int items() {
            return counts.length;
        }

        @Override
        public void score(Query query, float[] scores) {
            for (int item = 0; item < counts.length; item++) {
                scores[item] = (float) counts[item] / (all + 1);
            }
            for (int at = 0; at < query.history().size(); at++) {
                scores[query.history().item(at)] += (float) weight;
            }
        }

        @Override
        public State state() {
            return new State().put("counts", counts);
        }
    }
}
// end::recipe
