package org.crossaisle.model.count;

import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/**
 * An {@link ItemKnn} that gives a link more weight when the catalog describes its two items alike: w(i, j) (1 +
 * sum<sub>k</sub> strength<sub>k</sub> agreement<sub>k</sub>(i, j)). An item that was never seen together with another
 * is linked by the agreement alone, so that new items can be recommended, and histories of new items can be used.
 *
 * <p>Source of the idea, with a sum in place of the product: Mobasher, Jin and Zhou, Semantically enhanced
 * collaborative filtering on the web, EWMF 2003, section 3; for the agreements see {@link ItemSimilarity}.
 *
 * @param neighbours how many links of each item are kept, at least 1
 * @param shrinkage how strongly similarities that rest on few users are reduced, at least 0
 * @param recency the factor by which each later interaction reduces an interaction's weight, in (0, 1]
 * @param category how much a common category adds, at least 0
 * @param brand how much a common brand adds, at least 0
 * @param attributes how much further common attributes add, at least 0
 * @param price how much an equal price level adds, at least 0
 * @param cold the weight of a link of a cold item when everything agrees, at least 0; 0: cold items have no links
 * @param coldNeighbours how many links a cold item has, at least 1
 */
public record AttributeKnn(
        @Help("Links kept of each item, at least 1.") int neighbours,

        @Help("How strongly similarities supported by few users are reduced, at least 0.")
        double shrinkage,

        @Help("Weight an interaction keeps after each later one, in (0, 1].")
        double recency,

        @Help("How much a shared category adds, at least 0.")
        double category,

        @Help("How much a shared brand adds, at least 0.") double brand,

        @Help("How much other shared attributes add, at least 0.")
        double attributes,

        @Help("How much a similar price adds, at least 0.") double price,

        @Help("Weight of links of items without interactions, at least 0; 0: they have none.")
        double cold,

        @Help("Links kept of an item without interactions, at least 1.")
        int coldNeighbours)
        implements Trainer {
    public AttributeKnn() {
        // Category, brand and cold from validation, docs/decisions.md; no shop measured there has prices or attributes.
        this(500, 10, 0.7, 0.25, 0.5, 0.5, 0.25, 0.2, 20);
    }

    public AttributeKnn {
        Bounds.atLeast("neighbours", neighbours, 1);
        Bounds.notNegative("shrinkage", shrinkage);
        Bounds.positiveShare("recency", recency);
        Bounds.notNegative("category", category);
        Bounds.notNegative("brand", brand);
        Bounds.notNegative("attributes", attributes);
        Bounds.notNegative("price", price);
        Bounds.notNegative("cold", cold);
        Bounds.atLeast("coldNeighbours", coldNeighbours, 1);
    }

    @Override
    public String name() {
        return "itemknn-attributes";
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        ItemSequences sequences = new ItemSequences(data);
        int[] users = sequences.usersOfEach();
        int[] interactions = sequences.interactions();
        ItemSimilarity similarity = new ItemSimilarity(
                data.catalog(), data.knownItems(), new ItemSimilarity.Strengths(category, brand, attributes, price));
        ColdLinks coldLinks = ColdLinks.of(similarity, sequences.withCompanions(), interactions, cold, coldNeighbours);
        Links.Counter counter = (item, row) -> {
            sequences.addTogether(item, row);
            for (int at = 0; at < row.size(); at++) {
                int other = row.item(at);
                double norm = Math.sqrt((double) users[item] * users[other]) + shrinkage;
                row.set(other, row.weight(other) / norm * (1 + similarity.of(item, other)));
            }
            coldLinks.addTo(item, row);
        };
        Links links = Links.count(sequences.size(), neighbours, counter, run.progress(), "Comparing items");
        return new LinkModel(links, recency, interactions);
    }

    @Override
    public Cost cost(Dataset data) {
        Cost seen = LinkCost.ofPairs(data, neighbours, Integer.MAX_VALUE);
        long coldItems = (long) data.catalog().size() - data.knownItems().cardinality();
        return seen.plus(LinkCost.ofLinks(coldItems * coldNeighbours));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return LinkModel.load(state, recency, catalog.size());
    }
}
