package org.crossaisle.io.format.rows;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossaisle.io.format.plan.JoinPlan;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.table.RowReader;

/** A table that is read by a plan: all its steps as one reader. */
public final class PlannedTable extends DerivedRows {
    private final String description;

    private PlannedTable(RowReader rows, String description) {
        super(rows);
        this.description = description;
    }

    /**
     * Reads a table by a plan.
     *
     * @param opened the file, opened as the plan says; closed with the result
     * @param plan the steps
     * @param other opens the file of a join; nothing if it may be missing and is
     * @param names the names of items: filled by the items, used by the events
     */
    public static PlannedTable of(
            RowReader opened, TablePlan plan, Function<JoinPlan, Optional<RowReader>> other, ItemNames names) {
        RowReader rows = opened;
        if (!plan.read().header().isEmpty()) {
            rows = new HeadedRows(rows, plan.read());
        }
        if (!plan.fill().isNone()) {
            rows = new FilledRows(rows, plan.fill());
        }
        for (JoinPlan join : plan.joins()) {
            Optional<RowReader> side = other.apply(join);
            if (side.isPresent()) {
                rows = LookupRows.of(rows, join, side.get());
            }
        }
        if (!plan.empty().isEmpty()) {
            rows = new ClearedRows(rows, plan.empty());
        }
        if (!plan.where().isEmpty() || !plan.except().isEmpty()) {
            rows = new KeptRows(rows, plan.where(), plan.except());
        }
        if (!plan.pivot().isNone()) {
            Set<String> wanted = new HashSet<>(plan.used());
            wanted.addAll(plan.attributes());
            boolean all = plan.attributes().contains(TablePlan.ANY);
            rows = new PivotedRows(rows, plan.pivot(), wanted, all);
        }
        PlannedRows planned = new PlannedRows(rows, plan, names);
        boolean last = plan.group() == TablePlan.Grouping.LAST;
        boolean grouped = plan.group() != TablePlan.Grouping.NONE;
        return new PlannedTable(grouped ? new GroupedRows(planned, names, last) : planned, plan.description());
    }

    @Override
    public String format() {
        return source.format() + ", " + description;
    }
}
