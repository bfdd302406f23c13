package org.crossaisle.model.count;

import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.PublicApi;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * Item-to-item transitions: t(i, j) sums gap<sup>distance - 1</sup> over all users and all positions where j comes at
 * most {@code window} interactions after i; and w(i, j) = t(i, j) / (n<sub>i</sub><sup>a</sup>
 * n<sub>j</sub><sup>b</sup>), where n counts interactions.
 *
 * @param neighbours how many links of each item are kept, at least 1
 * @param window how many interactions ahead count, at least 1
 * @param gap the factor of a follower's weight at each further step, in (0, 1]
 * @param sourceExponent a, how strongly frequent source items are discounted, in [0, 1]
 * @param targetExponent b, how strongly popular target items are discounted, in [0, 1]
 * @param recency the factor by which each later interaction reduces an interaction's weight, in (0, 1]
 */
@PublicApi
public record Transitions(
        @Help("Links kept of each item, at least 1.") int neighbours,
        @Help("Interactions ahead that count, at least 1.") int window,

        @Help("Weight a follower keeps with each further step, in (0, 1].")
        double gap,

        @Help("How strongly the weight of frequent source items is reduced, in [0, 1].")
        double sourceExponent,

        @Help("How strongly the score of popular items is reduced, in [0, 1].")
        double targetExponent,

        @Help("Weight an interaction keeps after each later one, in (0, 1].")
        double recency)
        implements Trainer {
    public Transitions() {
        this(200, 5, 0.7, 0.25, 0.1, 0.5); // exponents from validation: plain counts are 3 % worse, rows of sum 1 6 %
    }

    public Transitions {
        Bounds.atLeast("neighbours", neighbours, 1);
        Bounds.atLeast("window", window, 1);
        Bounds.positiveShare("gap", gap);
        Bounds.share("sourceExponent", sourceExponent);
        Bounds.share("targetExponent", targetExponent);
        Bounds.positiveShare("recency", recency);
    }

    @Override
    public String name() {
        return "transitions";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        ItemSequences sequences = new ItemSequences(data);
        int[] interactions = sequences.interactions();
        double[] discounts = new double[interactions.length];
        for (int item = 0; item < discounts.length; item++) {
            discounts[item] = Math.pow(interactions[item], targetExponent);
        }
        Links.Counter followers = (item, row) -> {
            sequences.addFollowing(item, window, gap, row);
            double source = Math.pow(interactions[item], sourceExponent);
            for (int at = 0; at < row.size(); at++) {
                int other = row.item(at);
                row.set(other, row.weight(other) / (source * discounts[other]));
            }
        };
        Links links = Links.count(sequences.size(), neighbours, followers, run.progress(), "Counting transitions");
        return new LinkModel(links, recency, interactions);
    }

    @Override
    public Cost cost(Dataset data) {
        return LinkCost.ofPairs(data, neighbours, window);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return LinkModel.load(state, recency, catalog.size());
    }
}
