package org.crossaisle.model.blend;

import java.util.Arrays;

/** The best few candidates of a blend, in the order of the union. */
public final class HeadOfBlend {
    private final int[] places; // [size], of the union
    private final float[] sums; // [size]

    /**
     * Selects the head.
     *
     * @param most the maximum size; ties at the end go to the lower item numbers
     */
    public HeadOfBlend(BlendUnion union, float[] weights, int most) {
        float[] all = new float[union.size()];
        for (int at = 0; at < all.length; at++) {
            all[at] = union.sum(at, weights);
        }
        int size = Math.min(most, all.length);
        places = new int[size];
        sums = new float[size];
        if (size == 0) {
            return;
        }
        float[] sorted = all.clone();
        Arrays.sort(sorted);
        float least = sorted[all.length - size];
        int better = 0;
        for (float sum : all) {
            better += sum > least ? 1 : 0;
        }
        int equals = size - better;
        int kept = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] > least || (all[at] == least && equals-- > 0)) {
                places[kept] = at;
                sums[kept++] = all[at];
            }
        }
    }

    /** The places of the candidates in the union. */
    public int[] places() {
        return places;
    }

    /** The blend's score of each. */
    public float[] sums() {
        return sums;
    }
}
