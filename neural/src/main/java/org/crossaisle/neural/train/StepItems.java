package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.loss.Negatives;

/**
 * The items whose vectors one step needs, each once, with the row of each. The last may be an unknown item, which is an
 * input where something is masked and never a candidate.
 *
 * <p>If all known items are used, an item's row is its number. Not thread-safe.
 */
final class StepItems {
    private final int[] numbers; // ascending; empty: all known items
    private final int known;

    private StepItems(int[] numbers, int known) {
        this.numbers = numbers;
        this.known = known;
    }

    /** All known items. */
    static StepItems all(int known) {
        return new StepItems(new int[0], known);
    }

    /** Only the given items. */
    static StepItems some(int[] needed, int[] drawn, int known) {
        return new StepItems(
                IntStream.concat(Arrays.stream(needed), Arrays.stream(drawn))
                        .sorted()
                        .distinct()
                        .toArray(),
                known);
    }

    private boolean isAll() {
        return numbers.length == 0;
    }

    /** The vectors of the items, followed by that of an unknown item if it is used: [candidates, d]. */
    Tensor vectors(ItemVectors items, Dropout dropout) {
        return isAll() ? items.ofKnown(dropout) : items.ofKnown(numbers, dropout, true);
    }

    /** Number of known items, which come first. */
    int compared() {
        return isAll() ? known : numbers.length - (numbers[numbers.length - 1] == known ? 1 : 0);
    }

    /** The rows of some numbers. */
    int[] rows(int... of) {
        return isAll()
                ? of
                : IntStream.of(of)
                        .map(number -> Arrays.binarySearch(numbers, number))
                        .toArray();
    }

    /** The logarithm of the expected share of the draws for each known item: [compared]. */
    float[] logShares(Negatives negatives) {
        float[] shares = new float[compared()];
        for (int row = 0; row < shares.length; row++) {
            shares[row] = negatives.logShare(isAll() ? row : numbers[row]);
        }
        return shares;
    }
}
