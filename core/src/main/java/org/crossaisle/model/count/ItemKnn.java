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
 * Item-based nearest neighbours, which link items with common users: w(i, j) = n<sub>ij</sub> / (sqrt(n<sub>i</sub>
 * n<sub>j</sub>) + shrinkage), where n counts users. Recent interactions of the history weigh more.
 *
 * <p>Source: Sarwar, Karypis, Konstan and Riedl, Item-based collaborative filtering recommendation algorithms, WWW
 * 2001; the shrinkage after Bell and Koren, Scalable collaborative filtering with jointly derived neighborhood
 * interpolation weights, ICDM 2007, section 2.
 *
 * @param neighbours how many links of each item are kept, at least 1
 * @param shrinkage how strongly similarities that rest on few users are reduced, at least 0
 * @param recency the factor by which each later interaction reduces an interaction's weight, in (0, 1]
 */
@PublicApi
public record ItemKnn(
        @Help("Links kept of each item, at least 1.") int neighbours,

        @Help("How strongly similarities supported by few users are reduced, at least 0.")
        double shrinkage,

        @Help("Weight an interaction keeps after each later one, in (0, 1].")
        double recency)
        implements Trainer {
    public ItemKnn() {
        this(500, 10, 0.7); // on validation 500 neighbours are as good as all, 200 lose 1 %
    }

    public ItemKnn {
        Bounds.atLeast("neighbours", neighbours, 1);
        Bounds.notNegative("shrinkage", shrinkage);
        Bounds.positiveShare("recency", recency);
    }

    @Override
    public String name() {
        return "itemknn";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        ItemSequences sequences = new ItemSequences(data);
        int[] users = sequences.usersOfEach();
        Links.Counter cosine = (item, row) -> {
            sequences.addTogether(item, row);
            for (int at = 0; at < row.size(); at++) {
                int other = row.item(at);
                double norm = Math.sqrt((double) users[item] * users[other]) + shrinkage;
                row.set(other, row.weight(other) / norm);
            }
        };
        Links links = Links.count(sequences.size(), neighbours, cosine, run.progress(), "Comparing items");
        return new LinkModel(links, recency, sequences.interactions());
    }

    @Override
    public Cost cost(Dataset data) {
        return LinkCost.ofPairs(data, neighbours, Integer.MAX_VALUE);
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return LinkModel.load(state, recency, catalog.size());
    }
}
