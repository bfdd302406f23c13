package org.crossaisle.neural.loss;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws items to compare with: evenly, or by how often they are taken, or a mix of both. The drawn ones may be targets.
 *
 * <p>Immutable; threads may share it.
 */
public final class Negatives {
    private final double popularShare;
    private final double[] upTo; // [known]: the share of all takings that items up to each have
    private final float[] logShares; // [known]

    /**
     * @param counts how often each known item is taken: [known], not all 0
     * @param popularShare the share of draws that follow the counts, in [0, 1]
     */
    public Negatives(int[] counts, double popularShare) {
        this.popularShare = popularShare;
        double total = Arrays.stream(counts).asLongStream().sum();
        upTo = new double[counts.length];
        logShares = new float[counts.length];
        long sum = 0;
        for (int item = 0; item < counts.length; item++) {
            sum += counts[item];
            upTo[item] = sum / total;
            logShares[item] =
                    (float) Math.log(popularShare * counts[item] / total + (1 - popularShare) / counts.length);
        }
    }

    /** Known numbers: [count]. */
    public int[] draw(int count, SplittableRandom random) {
        int popular = (int) Math.round(count * popularShare);
        int[] drawn = new int[count];
        for (int at = 0; at < count; at++) {
            drawn[at] = at < popular ? byCount(random.nextDouble()) : random.nextInt(upTo.length);
        }
        return drawn;
    }

    private int byCount(double share) {
        int found = Arrays.binarySearch(upTo, share);
        int place = found >= 0 ? found + 1 : -found - 1; // the first whose upTo is greater
        return Math.min(place, upTo.length - 1);
    }

    /** True when every item is drawn alike. */
    public boolean isEven() {
        return popularShare == 0;
    }

    /** The logarithm of the share of the draws that an item has. */
    public float logShare(int known) {
        return logShares[known];
    }
}
