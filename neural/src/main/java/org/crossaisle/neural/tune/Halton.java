package org.crossaisle.neural.tune;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Points that fill a cube evenly however many are taken, and in every direction: Halton's sequence, whose digits are replaced
 * by random ones, as without that the coordinates of higher bases run along each other.
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

    /** The point of a number from 0 on: [coordinates], each in [0, 1). */
    double[] point(int index) {
        return IntStream.range(0, bases.length)
                .mapToDouble(at -> coordinate(index, bases[at], new SplittableRandom(seed * 31 + at)))
                .toArray();
    }

    /** The digits of the number in a base, behind the point and backwards, each place with a permutation of its own. */
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
