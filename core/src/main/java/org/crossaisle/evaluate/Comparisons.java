package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Recipes beside the reference, each figure target by target. */
final class Comparisons {
    private Comparisons() {}

    /** NDCG@10 on all targets and on the deepest cross subset, the two declared primaries, against the reference. */
    static List<Comparison> of(Map<String, Measured> measured, String reference, Measures measures) {
        Measured other = measured.get(reference);
        List<Comparison> comparisons = new ArrayList<>();
        if (other == null || other.answers.isEmpty()) {
            return comparisons;
        }
        Map<String, int[]> subsets = new LinkedHashMap<>();
        measures.subsets(other.answers.get(0)).forEach((name, places) -> {
            if (name.equals("all")) {
                subsets.put(name, places);
            } else if (name.startsWith("cross@") && places.length > 0) {
                subsets.keySet().removeIf(earlier -> earlier.startsWith("cross@"));
                subsets.put(name, places);
            }
        });
        measured.forEach((name, one) -> {
            if (!name.equals(reference) && !one.answers.isEmpty()) {
                comparisons.addAll(compare(name, one, reference, other, subsets));
            }
        });
        return comparisons;
    }

    private static List<Comparison> compare(
            String name, Measured recipe, String reference, Measured other, Map<String, int[]> subsets) {
        String metric = "ndcg@10";
        List<Comparison> raw = new ArrayList<>();
        subsets.forEach((subset, places) -> {
            double[] differences = recipe.at(metric, places);
            double[] others = other.at(metric, places);
            for (int at = 0; at < differences.length; at++) {
                differences[at] -= others[at];
            }
            Bootstrap.Interval interval =
                    Bootstrap.DEFAULT.of(Measured.users(recipe.answers.get(0), places), differences);
            double mean = Arrays.stream(differences).average().orElse(Double.NaN);
            raw.add(new Comparison(
                    name, reference, subset, metric, mean, interval.low(), interval.high(), interval.pValue()));
        });
        double[] corrected =
                Bootstrap.holm(raw.stream().mapToDouble(Comparison::pValue).toArray());
        return IntStream.range(0, raw.size())
                .mapToObj(at -> {
                    Comparison one = raw.get(at);
                    return new Comparison(
                            name,
                            reference,
                            one.subset(),
                            metric,
                            one.difference(),
                            one.low(),
                            one.high(),
                            corrected[at]);
                })
                .toList();
    }
}
