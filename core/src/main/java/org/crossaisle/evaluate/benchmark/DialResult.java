package org.crossaisle.evaluate.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.compare.Bootstrap;
import org.crossaisle.evaluate.compare.TargetValues;

/**
 * The effect of the calibrated share at one level on a recipe's lists of ten places.
 *
 * @param recipe the recipe of the lists
 * @param level of the categories
 * @param n the number of targets with lists
 * @param plainGap the exploration gap of lists in score order: their share of new categories minus that of the targets
 * @param gap the same of calibrated lists
 * @param plainNdcg NDCG@10 of lists in score order
 * @param ndcg the same of calibrated lists
 * @param change the relative change of NDCG@10 against the plain lists: -.01 is a loss of one per cent
 * @param low lower end of the 95 % interval of the change over users, with the same resample for both kinds of lists
 * @param high upper end
 */
record DialResult(
        String recipe,
        int level,
        int n,
        double plainGap,
        double gap,
        double plainNdcg,
        double ndcg,
        double change,
        double low,
        double high) {
    static DialResult of(String recipe, int level, TargetValues values, List<Target> targets) {
        int[] all = IntStream.range(0, targets.size()).toArray();
        double[] plain = values.at(DialLists.PLAIN, all);
        int[] sampled = IntStream.of(all).filter(at -> !Double.isNaN(plain[at])).toArray();
        double share = values.mean(DialLists.isNew(level), sampled);
        double plainNdcg = values.mean(DialLists.PLAIN, sampled);
        double ndcg = values.mean(DialLists.calibrated(level), sampled);
        Bootstrap.Interval interval = Bootstrap.DEFAULT.ofChange(
                IntStream.of(sampled).map(at -> targets.get(at).user()).toArray(),
                values.at(DialLists.calibrated(level), sampled),
                values.at(DialLists.PLAIN, sampled));
        return new DialResult(
                recipe,
                level,
                sampled.length,
                values.mean(DialLists.novelty(level, false), sampled) - share,
                values.mean(DialLists.novelty(level, true), sampled) - share,
                plainNdcg,
                ndcg,
                ndcg / plainNdcg - 1,
                interval.low(),
                interval.high());
    }

    static List<String> header() {
        return List.of("recipe", "level", "n", "gap", "gap calibrated", "N@10", "N@10 calibrated", "change", "95 %");
    }

    List<String> row() {
        return List.of(
                recipe,
                String.valueOf(level),
                String.valueOf(n),
                BenchmarkTable.signed(plainGap),
                BenchmarkTable.signed(gap),
                BenchmarkTable.number(plainNdcg),
                BenchmarkTable.number(ndcg),
                percent(change),
                percent(low) + " to " + percent(high));
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%+.1f %%", 100 * share) : "-";
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("recipe", recipe);
        map.put("level", level);
        map.put("n", n);
        map.put("plainGap", plainGap);
        map.put("gap", gap);
        map.put("plainNdcg@10", plainNdcg);
        map.put("ndcg@10", ndcg);
        if (Double.isFinite(change)) {
            map.put("change", change);
            map.put("low", low);
            map.put("high", high);
        }
        return map;
    }
}
