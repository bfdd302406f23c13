package org.crossaisle.affinity;

/**
 * The expected number of customers who go on from one node to another if the two are independent.
 *
 * <p>p(B) = (n(B) + 1/2) / (N + 1) is the share of customers in B (Jeffreys), and q = (n(B, not A) + p(B)) / (N - n(A)
 * + 1) that among customers who were never in A, smoothed towards it by one customer. Of n(A) customers, n(A) q would
 * have both, and half of those with a known order would have come to A first. With w the share of known orders over all
 * pairs of the shop, e = n(A) u customers are expected to go on, where u = q w / 2.
 */
final class Chance {
    private final int customers;
    private final int[] customersOf; // [nodes]
    private final double half; // w / 2

    Chance(Moves moves) {
        customers = moves.customers();
        customersOf = moves.customersOf;
        long ordered = 0;
        long ties = 0;
        for (int pair = 0; pair < moves.pairs.size(); pair++) {
            ordered += moves.pairs.forward[pair] + (long) moves.pairs.backward[pair];
            ties += moves.pairs.ties[pair];
        }
        half = (ordered + 1.0) / (ordered + ties + 1.0) / 2;
    }

    /** p(B). */
    double share(int to) {
        return (customersOf[to] + 0.5) / (customers + 1);
    }

    /** n(B, not A) + p(B): the number of customers behind q. */
    double others(int to, Direction direction) {
        return customersOf[to] - direction.both() + share(to);
    }

    /** q, in (0, 1). */
    double shareOfOthers(int from, int to, Direction direction) {
        return others(to, direction) / (customers - customersOf[from] + 1.0);
    }

    /** u, in (0, 1/2). */
    double rate(int from, int to, Direction direction) {
        return half * shareOfOthers(from, to, direction);
    }

    /** e. */
    double expected(int from, int to, Direction direction) {
        return customersOf[from] * rate(from, to, direction);
    }

    /** The expectation for a pair that no customer has is {@code from(A) to(B)}. */
    double from(int from) {
        return half * customersOf[from] / (customers - customersOf[from] + 1.0);
    }

    double to(int to) {
        return customersOf[to] + share(to);
    }
}
