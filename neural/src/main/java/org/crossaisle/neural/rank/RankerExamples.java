package org.crossaisle.neural.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.TrainingRun;

/**
 * The training examples of a ranker: positions of histories, each with the next item and negatives. Half of the
 * negatives are among the best of the retriever, like the candidates at inference, and half are drawn uniformly.
 *
 * <p>Immutable; threads may share it.
 */
final class RankerExamples {
    /** Maximum number of positions per history, counted from its end. */
    private static final int PLACES = 5;

    /** Number of the retriever's best items from which hard negatives are drawn. */
    private static final int HARD = 100;

    private final List<Query> queries = new ArrayList<>();
    private final int[] taken; // [queries]
    private final List<Proposals> hard;
    private final int[] known;

    /**
     * @param retriever fitted on the same data; it has seen the next items, which only makes it propose them too
     * @param most maximum number of examples; more are sampled down to it
     * @param run gives the seed for sampling and the time at which the retriever is queried
     */
    RankerExamples(Dataset data, Model retriever, int most, TrainingRun run) {
        known = data.knownItems().stream().toArray();
        List<int[]> places = new ArrayList<>(); // {user, position}
        for (int user = 0; user < data.users(); user++) {
            History history = data.history(user);
            for (int at = history.size() - 1; at > 0 && at >= history.size() - PLACES; at--) {
                if (history.action(at).showsInterest()) {
                    places.add(new int[] {user, at});
                }
            }
        }
        SplittableRandom random = new SplittableRandom(run.seed());
        int count = Math.min(most, places.size());
        for (int at = 0; at < count; at++) {
            int other = at + random.nextInt(places.size() - at);
            int[] place = places.get(at);
            places.set(at, places.get(other));
            places.set(other, place);
        }
        taken = new int[count];
        for (int at = 0; at < count; at++) {
            History whole = data.history(places.get(at)[0]);
            int position = places.get(at)[1];
            History before = whole.first(position);
            queries.add(Query.of(before, run.requestTime().of(before, whole.time(position))));
            taken[at] = whole.item(position);
        }
        hard = Proposals.of(retriever, queries, HARD);
    }

    int size() {
        return taken.length;
    }

    /** The indices of the examples in the order of one epoch. */
    int[] shuffled(SplittableRandom random) {
        int[] order = new int[taken.length];
        Arrays.setAll(order, at -> at);
        for (int at = order.length - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int example = order[at];
            order[at] = order[other];
            order[other] = example;
        }
        return order;
    }

    /** An example whose first candidate is the next item. */
    CandidateLists.Row row(int example, int negatives, SplittableRandom random) {
        int[] candidates = new int[1 + negatives];
        candidates[0] = taken[example];
        int[] best = hard.get(example).items();
        for (int at = 1; at < candidates.length; at++) {
            int drawn = at % 2 == 0 && best.length > 0
                    ? best[random.nextInt(best.length)]
                    : known[random.nextInt(known.length)];
            candidates[at] = drawn == candidates[0] ? known[random.nextInt(known.length)] : drawn;
        }
        return new CandidateLists.Row(queries.get(example).history(), candidates);
    }
}
