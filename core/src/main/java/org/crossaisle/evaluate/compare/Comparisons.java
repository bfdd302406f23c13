package org.crossaisle.evaluate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares recipes with a reference on each metric, target by target. The interval is a bootstrap over users of the
 * difference of values averaged over seeds.
 */
public final class Comparisons {
    private final Map<String, int[]> subsets;
    private final int[] users; // [targets]
    private final List<Claim> claims;

    /**
     * Comparisons on these targets.
     *
     * @param subsets of the targets by name
     * @param users the user of each target: [targets]
     * @param claims in their order; those on subsets that are empty or missing are left out
     */
    public Comparisons(Map<String, int[]> subsets, int[] users, List<Claim> claims) {
        this.subsets = subsets;
        this.users = users.clone();
        this.claims = claims.stream().filter(claim -> places(claim).length > 0).toList();
    }

    private int[] places(Claim claim) {
        return subsets.getOrDefault(claim.subset(), new int[0]);
    }

    /**
     * NDCG@10 on all targets and on the deepest cross subset, which are the two primary claims, and the category hit@5
     * on the latter.
     */
    public static List<Claim> acrossCategories(Map<String, int[]> subsets) {
        List<Claim> claims = new ArrayList<>(List.of(new Claim("all", "ndcg@10", true)));
        subsets.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("cross@") && entry.getValue().length > 0)
                .reduce((shallower, deeper) -> deeper)
                .ifPresent(deepest -> {
                    String level = deepest.getKey().substring("cross@".length());
                    claims.add(new Claim(deepest.getKey(), "ndcg@10", true));
                    claims.add(new Claim(deepest.getKey(), "hit[" + level + "]@5", false));
                });
        return claims;
    }

    /** One comparison for each claim of which both have values. */
    public List<Comparison> of(String recipe, TargetValues own, String reference, TargetValues other) {
        List<Claim> told =
                claims.stream().filter(claim -> claim.appliesTo(own, other)).toList();
        List<Comparison> raw = told.stream()
                .map(claim -> compared(claim, recipe, own, reference, other))
                .toList();
        int[] primaries = IntStream.range(0, told.size())
                .filter(at -> told.get(at).isPrimary())
                .toArray();
        double[] corrected = Bootstrap.holm(
                IntStream.of(primaries).mapToDouble(at -> raw.get(at).pValue()).toArray());
        List<Comparison> comparisons = new ArrayList<>(raw);
        for (int at = 0; at < primaries.length; at++) {
            comparisons.set(primaries[at], raw.get(primaries[at]).withPValue(corrected[at]));
        }
        return comparisons;
    }

    private Comparison compared(Claim claim, String recipe, TargetValues own, String reference, TargetValues other) {
        int[] places = places(claim);
        double[] differences = own.at(claim.of(own), places);
        double[] others = other.at(claim.of(other), places);
        double difference = 0;
        double base = 0;
        for (int at = 0; at < places.length; at++) {
            differences[at] -= others[at];
            difference += differences[at] / places.length;
            base += others[at] / places.length;
        }
        int[] drawn = IntStream.of(places).map(place -> users[place]).toArray();
        Bootstrap.Interval interval = Bootstrap.DEFAULT.of(drawn, differences);
        return new Comparison(
                recipe,
                reference,
                claim.subset(),
                claim.metric(),
                difference,
                difference / base,
                interval.low(),
                interval.high(),
                interval.pValue());
    }
}
