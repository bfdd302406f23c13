package org.crossaisle.model.count;

import java.util.Arrays;
import org.crossaisle.RecsException;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;

/**
 * Scores by a dense matrix of weights between the known items. An item that takes no part, and every item of an empty
 * history, gets less than a billionth by its popularity. Threads may share it.
 */
final class EaseModel implements Model {
    private static final int UNKNOWN = -1;

    private final int[] known; // [known]: number within the matrix -> item
    private final int[] numbers; // [items]: item -> number within the matrix, or UNKNOWN
    private final float[][] weights; // [known, known], from row to column
    private final int[] interactions; // [items]
    private final float[] floor; // [items], in [0, 1e-9)
    private final float recency;

    EaseModel(int[] known, float[][] weights, int[] interactions, double recency) {
        this.known = known;
        this.weights = weights;
        this.interactions = interactions;
        this.recency = (float) recency;
        numbers = new int[interactions.length];
        Arrays.fill(numbers, UNKNOWN);
        for (int number = 0; number < known.length; number++) {
            numbers[known[number]] = number;
        }
        double most = Arrays.stream(interactions).max().orElse(0);
        floor = new float[interactions.length];
        for (int item = 0; item < floor.length; item++) {
            floor[item] = (float) (1e-9 * interactions[item] / (most + 1));
        }
    }

    static EaseModel load(State state, double recency, int items) {
        int[] known = state.ints("known");
        float[][] weights = state.rows("weights");
        int[] interactions = state.ints("interactions");
        boolean square = Arrays.stream(weights).allMatch(row -> row.length == known.length);
        if (interactions.length != items
                || weights.length != known.length
                || !square
                || !Arrays.stream(known).allMatch(item -> item >= 0 && item < items)) {
            throw new RecsException(
                    RecsException.Code.ARTIFACT_UNREADABLE,
                    "the model has weights for " + known.length + " of " + interactions.length
                            + " items, which must fit each other and the " + items + " items of the catalog");
        }
        return new EaseModel(known, weights, interactions, recency);
    }

    @Override
    public int items() {
        return numbers.length;
    }

    @Override
    public void score(Query query, float[] scores) {
        System.arraycopy(floor, 0, scores, 0, floor.length);
        History history = query.history();
        float factor = 1;
        for (int position = history.size() - 1; position >= 0 && factor > 0; position--) {
            if (!history.action(position).showsInterest()) {
                continue;
            }
            int item = history.item(position);
            if (item < numbers.length && numbers[item] != UNKNOWN) {
                float[] row = weights[numbers[item]];
                for (int column = 0; column < row.length; column++) {
                    scores[known[column]] += factor * row[column];
                }
            }
            factor *= recency;
        }
    }

    @Override
    public State state() {
        return new State()
                .put("known", known)
                .put("weights", new State.Floats(new long[] {known.length, known.length}, weights))
                .put("interactions", interactions);
    }
}
