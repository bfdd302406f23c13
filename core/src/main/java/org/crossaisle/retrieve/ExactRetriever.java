package org.crossaisle.retrieve;

import java.util.List;
import java.util.function.IntPredicate;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * A retriever that scores every item with the model and keeps the best: correct for any model, and as fast as its
 * scoring.
 *
 * <p>Each thread that asks keeps one array of scores, [items], for the next question.
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
        return pass(query, Parting.undivided(query, size)).matching();
    }

    @Override
    public Parted retrieve(Query query, int size, IntPredicate matching) {
        return pass(query, Parting.by(matching, query, size));
    }

    private Parted pass(Query query, Parting parting) {
        float[] ofItems = scores.get(); // [items]
        model.score(query, ofItems);
        for (int item = 0; item < ofItems.length; item++) {
            parting.offer(item, ofItems[item]);
        }
        return parting.parted();
    }
}
