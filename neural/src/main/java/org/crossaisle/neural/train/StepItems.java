package org.crossaisle.neural.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.Dropout;
import org.crossaisle.neural.loss.Negatives;

/**
 * The items of one step: those whose vectors it needs, each once, and where each lies among them. Last may be an item nothing is
 * known of, which is seen where something is masked, and never compared with.
 *
 * <p>Where all known items take part, an item's row is its number. For one thread.
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

    /** Those that are among some numbers. */
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

    /** Their vectors, that of an item nothing is known of last, where it takes part: [candidates, d]. */
    Tensor vectors(ItemVectors items, Dropout dropout) {
        return isAll() ? items.ofKnown(dropout) : items.ofKnown(numbers, dropout, true);
    }

    /** How many of the first rows are known items. */
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

    /** How often each of those compared with is drawn, as the logarithm of its share: [compared]. */
    float[] logShares(Negatives negatives) {
        float[] shares = new float[compared()];
        for (int row = 0; row < shares.length; row++) {
            shares[row] = negatives.logShare(isAll() ? row : numbers[row]);
        }
        return shares;
    }
}
