package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crossaisle.io.format.plan.JoinPlan;
import org.crossaisle.io.format.plan.TablePlan;
import org.crossaisle.io.table.RowReader;

/** A table that is read by a plan: all its steps as one reader, and what they have to say at the end. */
public final class PlannedTable extends DerivedRows {
    private final String description;
    private final List<Supplier<List<String>>> notes;

    private PlannedTable(RowReader rows, String description, List<Supplier<List<String>>> notes) {
        super(rows);
        this.description = description;
        this.notes = notes;
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
        List<Supplier<List<String>>> notes = new ArrayList<>();
        RowReader rows = opened;
        if (!plan.fill().isNone()) {
            rows = new FilledRows(rows, plan.fill());
        }
        for (JoinPlan join : plan.joins()) {
            Optional<RowReader> side = other.apply(join);
            if (side.isPresent()) {
                JoinedRows joined = JoinedRows.of(rows, join, side.get());
                notes.add(joined::notes);
                rows = joined;
            }
        }
        if (!plan.empty().isEmpty()) {
            rows = new ClearedRows(rows, plan.empty());
        }
        if (!plan.where().isEmpty() || !plan.except().isEmpty()) {
            KeptRows kept = new KeptRows(rows, plan.where(), plan.except());
            notes.add(kept::notes);
            rows = kept;
        }
        if (!plan.pivot().isNone()) {
            Set<String> wanted = new HashSet<>(plan.used());
            wanted.addAll(plan.attributes());
            rows = new PivotedRows(rows, plan.pivot(), wanted, plan.attributes().contains(TablePlan.ANY));
        }
        PlannedRows planned = new PlannedRows(rows, plan, names);
        rows = planned;
        if (plan.group() != TablePlan.Grouping.NONE) {
            GroupedRows grouped = new GroupedRows(planned, names, plan.group() == TablePlan.Grouping.LAST);
            notes.add(grouped::notes);
            rows = grouped;
        }
        return new PlannedTable(rows, plan.description(), notes);
    }

    @Override
    public String format() {
        return source.format() + ", " + description;
    }

    /** Remarks for the report. Complete at the end of the table. */
    public List<String> notes() {
        return notes.stream().flatMap(each -> each.get().stream()).toList();
    }
}
