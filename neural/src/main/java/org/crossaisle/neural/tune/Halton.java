package org.crossaisle.neural.tune;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A scrambled Halton sequence: points that fill the unit cube evenly in every direction, however many are taken. Random
 * permutations of the digits remove the correlation between coordinates of high bases.
 *
 * <p>Source: Owen, A randomized Halton algorithm in R, arXiv:1706.02808, 2017.
 */
final class Halton {
    private static final double FINEST = 0x1p-53;

    private final int[] bases;
    private final long seed;

    Halton(int coordinates, long seed) {
        this.bases = IntStream.iterate(2, number -> number + 1)
                .filter(number -> IntStream.range(2, number).allMatch(other -> number % other != 0))
                .limit(coordinates)
                .toArray();
        this.seed = seed;
    }

    /** The point at an index, counted from 0: [coordinates], each in [0, 1). */
    double[] point(int index) {
        return IntStream.range(0, bases.length)
                .mapToDouble(at -> coordinate(index, bases[at], new SplittableRandom(seed * 31 + at)))
                .toArray();
    }

    /** The radical inverse of the index in a base, with a separate permutation for each digit. */
    private static double coordinate(int index, int base, SplittableRandom random) {
        double sum = 0;
        int rest = index;
        for (double place = 1.0 / base; place > FINEST; place /= base) {
            sum += permutation(base, random)[rest % base] * place;
            rest /= base;
        }
        return Math.min(sum, 1 - FINEST);
    }

    private static int[] permutation(int size, SplittableRandom random) {
        int[] permutation = new int[size];
        for (int at = 0; at < size; at++) {
            int other = random.nextInt(at + 1);
            permutation[at] = permutation[other];
            permutation[other] = at;
        }
        return permutation;
    }
}
