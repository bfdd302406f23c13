package org.crossaisle.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.io.format.plan.ShopFormat;
import org.crossaisle.io.format.plan.TablePlan;

/**
 * The plan by which a table is read.
 *
 * @param format name of the format
 * @param plan the plan
 * @param detected true when the file was recognised, false when the format was named
 */
record FormatChoice(String format, TablePlan plan, boolean detected) {
    /** The one format whose files look like this file; empty when there is none, or more than one. */
    static Optional<FormatChoice> detect(String table, FileSample sample) {
        List<FormatChoice> found = new ArrayList<>();
        for (ShopFormat format : ShopFormats.all()) {
            format.plans(table).stream()
                    .filter(plan -> sample.has(plan.signature()))
                    .findFirst()
                    .ifPresent(plan -> found.add(new FormatChoice(format.name(), plan, true)));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /**
     * The plan of a named format that suits a file: the one whose signature it has, else the first whose columns it
     * has, whatever else is missing.
     */
    static Optional<FormatChoice> of(ShopFormat format, String table, FileSample sample) {
        List<TablePlan> plans = format.plans(table);
        return plans.stream()
                .filter(plan -> sample.has(plan.signature()))
                .findFirst()
                .or(() -> plans.stream().filter(plan -> fits(plan, sample)).findFirst())
                .map(plan -> new FormatChoice(format.name(), plan, false));
    }

    private static boolean fits(TablePlan plan, FileSample sample) {
        if (!plan.read().header().isEmpty()) {
            return plan.signature().line().isEmpty();
        }
        if (!plan.read().unnest().isEmpty()) {
            return plan.signature().isNone();
        }
        Set<String> needed = plan.required();
        return sample.columns().containsAll(needed)
                && (!needed.isEmpty() || plan.signature().isNone());
    }
}
