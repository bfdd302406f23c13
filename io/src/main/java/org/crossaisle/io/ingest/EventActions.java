package org.crossaisle.io.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crossaisle.RecsException;
import org.crossaisle.action.Action;
import org.crossaisle.io.shop.ActionNames;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.table.Columns;

/** Reads the action of each event from its column, or takes the default. */
final class EventActions {
    private final TableReading rows;
    private final Optional<Action> byDefault;
    private final ActionNames names;
    private final Map<String, Action> met = new HashMap<>();
    private final Map<String, long[]> counts = new HashMap<>(); // by name, of names that are not ours
    private int place = Columns.NONE;
    private boolean ignored;
    private long empty;

    EventActions(TableReading rows, ImportSettings settings) {
        this.rows = rows;
        this.byDefault = settings.defaultAction();
        this.names = new ActionNames(settings.vocabulary(), settings.actions());
    }

    /** Finds and judges the column, if that was not done before. */
    void locate() {
        int found = rows.columns().of(Tables.ACTION);
        if (found == place || found == Columns.NONE) {
            return;
        }
        place = found;
        List<String> sample = rows.reader().sample(place);
        if (sample.isEmpty() || sample.stream().anyMatch(name -> names.of(name).isPresent())) {
            return;
        }
        String column = rows.reader().columns().get(place);
        String values = shown(sample);
        if (byDefault.isEmpty()) {
            String example = sample.get(0);
            throw new RecsException(
                    RecsException.Code.INPUT_UNREADABLE,
                    rows.reader().name() + ": column " + column + " was taken for the action, and none of its values is"
                            + " known: " + values + ". Say what they mean, as in --action "
                            + TableFindings.quote(example)
                            + "=view, or leave the column out with --map event= and say with --default-action what every"
                            + " event is.");
        }
        ignored = true;
        rows.note("column " + column + " holds no known action (" + values + "), so every event is the default, "
                + lower(byDefault.get()) + "; --action NAME=ACTION says what a value means");
    }

    private static String shown(List<String> sample) {
        Map<String, Integer> all = new LinkedHashMap<>();
        sample.forEach(value -> all.merge(value, 1, Integer::sum));
        return all.entrySet().stream()
                .limit(TableFindings.EXAMPLES)
                .map(each -> String.format("%s (%,d)", TableFindings.quote(each.getKey()), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String lower(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    /** The name of the current row's action, empty when it has none. */
    String name() {
        return place == Columns.NONE || ignored ? "" : rows.reader().text(place);
    }

    /** The action of this name, empty when it is not known. */
    Optional<Action> of(String name) {
        if (name.isEmpty()) {
            empty++;
            return byDefault;
        }
        Action known = met.get(name);
        if (known == null) {
            Optional<Action> found = names.of(name);
            if (found.isEmpty()) {
                return found;
            }
            known = found.get();
            met.put(name, known);
            counts.put(name, new long[1]);
        }
        counts.getOrDefault(name, new long[1])[0]++;
        return Optional.of(known);
    }

    /** Notes which names are which actions, and how many events took the default. */
    void end() {
        SortedMap<String, String> others = new TreeMap<>();
        met.forEach((name, action) -> {
            if (!name.equalsIgnoreCase(action.name())) {
                others.put(
                        name,
                        String.format(
                                "%s is %s (%,d)", name, lower(action), counts.getOrDefault(name, new long[1])[0]));
            }
        });
        if (!others.isEmpty()) {
            rows.note("actions: " + String.join(", ", others.values()));
        }
        if (empty > 0 && place != Columns.NONE && !ignored && byDefault.isPresent()) {
            rows.note(String.format("%,d events without an action are the default, %s", empty, lower(byDefault.get())));
        }
    }
}
