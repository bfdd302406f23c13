package org.crossaisle.retrieve;

import java.util.List;
import java.util.function.IntPredicate;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * A retriever that scores every item with the model and keeps the best: correct for any model, and as fast as its
 * scoring.
 *
 * <p>Each calling thread keeps an array of scores, [items], for its next query.
 */
public final class ExactRetriever implements Retriever {
    private final Model model;
    private final ThreadLocal<float[]> scores;

    public ExactRetriever(Model model) {
        this.model = model;
        scores = ThreadLocal.withInitial(() -> new float[model.items()]);
    }

    @Override
    public List<Candidate> retrieve(Query query, int size) {
        return pass(query, PartitionBuilder.single(query, size)).matching();
    }

    @Override
    public Partition retrieve(Query query, int size, IntPredicate matching) {
        return pass(query, PartitionBuilder.by(matching, query, size));
    }

    private Partition pass(Query query, PartitionBuilder builder) {
        float[] ofItems = scores.get(); // [items]
        model.score(query, ofItems);
        for (int item = 0; item < ofItems.length; item++) {
            builder.offer(item, ofItems[item]);
        }
        return builder.build();
    }
}
