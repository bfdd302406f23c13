package org.crossaisle.evaluate.compare;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison of a recipe with a reference, target by target.
 *
 * @param recipe the compared recipe
 * @param reference the recipe it is compared with
 * @param subset the subset of targets
 * @param metric the metric
 * @param difference of the means, averaged over seeds; above 0 when the recipe is better
 * @param relative the difference divided by the reference's mean: .02 is two per cent better; not finite if that is 0
 * @param low lower end of the 95 % interval of the difference over users
 * @param high upper end
 * @param pValue twice the share of resampled differences on the rarer side of 0; for the primary claims with Holm's
 *     correction over both
 */
public record Comparison(
        String recipe,
        String reference,
        String subset,
        String metric,
        double difference,
        double relative,
        double low,
        double high,
        double pValue) {
    /** True when the interval contains 0: no significant difference. */
    public boolean isTie() {
        return low <= 0 && high >= 0;
    }

    Comparison withPValue(double other) {
        return new Comparison(recipe, reference, subset, metric, difference, relative, low, high, other);
    }

    /** The comparison in one line. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "%s against %s, %s on %s: %+.4f%s [%+.4f, %+.4f], p = %.4f%s",
                recipe,
                reference,
                metric,
                subset,
                difference,
                Double.isFinite(relative) ? String.format(Locale.ROOT, " (%+.1f %%)", 100 * relative) : "",
                low,
                high,
                pValue,
                isTie() ? ", a tie" : "");
    }

    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("recipe", recipe);
        map.put("reference", reference);
        map.put("subset", subset);
        map.put("metric", metric);
        map.put("difference", difference);
        if (Double.isFinite(relative)) {
            map.put("relative", relative);
        }
        map.put("low", low);
        map.put("high", high);
        map.put("p", pValue);
        map.put("tie", isTie());
        return map;
    }
}
