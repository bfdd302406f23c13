package org.crossaisle.io.format.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.io.format.plan.PivotPlan;
import org.crossaisle.io.table.RowReader;

/**
 * One row for each item of a table that has one property a row; the latest value of a property counts. All rows are read
 * before the first is returned, so the memory grows with the number of items and of the properties that are wanted.
 */
final class PivotedRows extends DerivedRows {
    private final PivotPlan plan;
    private final RowFields fields;
    private final Set<String> wanted;
    private final boolean all;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private boolean read;
    private Iterator<Fault> faulty = List.<Fault>of().iterator();
    private Iterator<Item> following = List.<Item>of().iterator();
    private Optional<Fault> fault = Optional.empty();
    private Item item = new Item("", 0);

    private record Fault(long line, String text) {}

    private static final class Item {
        final String id;
        final long line;
        final List<List<String>> values = new ArrayList<>();
        final List<String> times = new ArrayList<>();

        Item(String id, long line) {
            this.id = id;
            this.line = line;
        }
    }

    /**
     * @param wanted the properties that are kept
     * @param all true to keep all of them
     */
    PivotedRows(RowReader source, PivotPlan plan, Set<String> wanted, boolean all) {
        super(source);
        this.plan = plan;
        this.wanted = wanted;
        this.all = all;
        fields = new RowFields(source);
        columns.add(plan.key());
        places.put(plan.key(), 0);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean next() {
        if (!read) {
            readAll();
        }
        if (faulty.hasNext()) {
            fault = Optional.of(faulty.next());
            return true;
        }
        fault = Optional.empty();
        if (!following.hasNext()) {
            return false;
        }
        item = following.next();
        return true;
    }

    private void readAll() {
        read = true;
        while (source.next()) {
            if (source.fault().isPresent()) {
                faults.add(new Fault(source.line(), source.fault().get()));
                continue;
            }
            String id = fields.text(plan.key());
            Item known = items.get(id);
            if (known == null) {
                known = new Item(id, source.line());
                items.put(id, known);
            }
            String property = fields.text(plan.name());
            if (all || wanted.contains(property)) {
                put(known, property);
            }
        }
        faulty = faults.iterator();
        following = items.values().iterator();
    }

    private void put(Item known, String property) {
        Integer place = places.get(property);
        if (place == null) {
            place = columns.size();
            places.put(property, place);
            columns.add(property);
        }
        while (known.values.size() <= place) {
            known.values.add(List.of());
            known.times.add("");
        }
        String time = plan.time().isEmpty() ? "" : fields.text(plan.time());
        if (isLater(time, known.times.get(place))) {
            known.values.set(place, fields.values(plan.value()));
            known.times.set(place, time);
        }
    }

    /** Compares times as text; numbers of unequal length by their length. A tie goes to the later row. */
    private static boolean isLater(String time, String before) {
        return time.length() == before.length() || before.isEmpty()
                ? time.compareTo(before) >= 0
                : time.length() > before.length();
    }

    @Override
    public long line() {
        return fault.isPresent() ? fault.get().line() : item.line;
    }

    @Override
    public Optional<String> fault() {
        return fault.map(Fault::text);
    }

    @Override
    public String text(int column) {
        if (column == 0) {
            return item.id;
        }
        return String.join("|", values(column));
    }

    @Override
    public List<String> values(int column) {
        if (column == 0) {
            return single(item.id);
        }
        return column < item.values.size() ? item.values.get(column) : List.of();
    }
}
