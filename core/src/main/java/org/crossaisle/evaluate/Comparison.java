package org.crossaisle.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recipe beside the reference, target by target.
 *
 * @param recipe whose figure is meant
 * @param reference what it is compared with
 * @param subset on which targets
 * @param metric which figure
 * @param difference of the means, averaged over seeds; above 0 when the recipe is better
 * @param low lower end of the 95 % interval of the difference over users
 * @param high upper end
 * @param pValue by Holm over the primaries: NDCG@10 on all and on the cross subset
 */
public record Comparison(
        String recipe,
        String reference,
        String subset,
        String metric,
        double difference,
        double low,
        double high,
        double pValue) {
    /** True when the interval holds 0: nothing is to be said. */
    public boolean isTie() {
        return low <= 0 && high >= 0;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("recipe", recipe);
        map.put("reference", reference);
        map.put("subset", subset);
        map.put("metric", metric);
        map.put("difference", difference);
        map.put("low", low);
        map.put("high", high);
        map.put("p", pValue);
        map.put("tie", isTie());
        return map;
    }
}
