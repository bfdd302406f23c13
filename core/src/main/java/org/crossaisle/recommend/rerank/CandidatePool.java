package org.crossaisle.recommend.rerank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.crossaisle.PublicApi;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.Partition;

/**
 * The candidates of one answer, by position from 0. Each has the model's score, the score on the common scale, a value,
 * and whether it matches the requested scope or share. Immutable.
 */
@PublicApi
public final class CandidatePool {
    private final Candidate[] candidates; // [size]
    private final double[] relevance; // [size]: the score on the common scale, in [0, 1]
    private final double[] values; // [size]
    private final boolean[] matches; // [size]

    private record Valued(Candidate candidate, double relevance, double value, boolean matches) {}

    private CandidatePool(List<Valued> valued) {
        candidates = valued.stream().map(Valued::candidate).toArray(Candidate[]::new);
        relevance = valued.stream().mapToDouble(Valued::relevance).toArray();
        values = valued.stream().mapToDouble(Valued::value).toArray();
        matches = new boolean[candidates.length];
        for (int at = 0; at < matches.length; at++) {
            matches[at] = valued.get(at).matches();
        }
    }

    /** Candidates in a given order, without a distinction of matching ones. */
    public static CandidatePool inOrder(List<Candidate> candidates) {
        Scale scale = new Scale(new Partition(candidates, List.of()));
        return new CandidatePool(candidates.stream()
                .map(each -> new Valued(each, scale.of(each.score()), scale.of(each.score()), true))
                .toList());
    }

    /**
     * Candidates by value: the score on the common scale, or for matching candidates with a strength, the mean of the
     * two.
     *
     * @param strengths of an item, in [0, 1]; NaN if there is none
     */
    public static CandidatePool of(Partition partition, IntToDoubleFunction strengths) {
        Scale scale = new Scale(partition);
        List<Valued> all = new ArrayList<>();
        for (Candidate each : partition.matching()) {
            double strength = strengths.applyAsDouble(each.item());
            double relevance = scale.of(each.score());
            all.add(new Valued(each, relevance, Double.isNaN(strength) ? relevance : (relevance + strength) / 2, true));
        }
        for (Candidate each : partition.others()) {
            all.add(new Valued(each, scale.of(each.score()), scale.of(each.score()), false));
        }
        all.sort(Comparator.comparingDouble(Valued::value).reversed().thenComparing(Valued::candidate));
        return new CandidatePool(all);
    }

    /**
     * Scales the scores of all candidates to [0, 1]; infinite ones are at the ends, and if all are equal, all are 1.
     */
    private static final class Scale {
        private float least = Float.POSITIVE_INFINITY;
        private float greatest = Float.NEGATIVE_INFINITY;

        Scale(Partition partition) {
            partition.matching().forEach(this::widen);
            partition.others().forEach(this::widen);
        }

        private void widen(Candidate candidate) {
            if (Float.isFinite(candidate.score())) {
                least = Math.min(least, candidate.score());
                greatest = Math.max(greatest, candidate.score());
            }
        }

        double of(float score) {
            if (score >= greatest) {
                return 1;
            }
            return score <= least ? 0 : ((double) score - least) / ((double) greatest - least);
        }
    }

    public int size() {
        return candidates.length;
    }

    public Candidate candidate(int at) {
        return candidates[at];
    }

    public int item(int at) {
        return candidates[at].item();
    }

    /** The score on the common scale, in [0, 1]. */
    public double relevance(int at) {
        return relevance[at];
    }

    /**
     * The value by which places are filled: the score on the common scale, combined with the tie in a list that
     * complements a basket.
     */
    public double value(int at) {
        return values[at];
    }

    public boolean matches(int at) {
        return matches[at];
    }

    /** The number of matching candidates. */
    int matching() {
        int count = 0;
        for (boolean each : matches) {
            count += each ? 1 : 0;
        }
        return count;
    }

    public double meanRelevance(int[] list) {
        double sum = 0;
        for (int at : list) {
            sum += relevance[at];
        }
        return list.length == 0 ? 0 : sum / list.length;
    }
}
