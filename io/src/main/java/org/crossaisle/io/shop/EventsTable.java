package org.crossaisle.io.shop;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;

/** Reads the events of a shop and hands those that can be to the {@link EventSorter}. */
final class EventsTable {
    private final TableReading rows;
    private final Catalog catalog;
    private final UserHashes users;
    private final ImportSettings settings;
    private final ActionNames names;
    private final EventTime times;
    private final Map<String, Optional<Action>> met = new HashMap<>();
    private String lastSession = "";
    private long lastSessionHash;

    EventsTable(TableReading rows, Catalog catalog, UserHashes users, ImportSettings settings, Instant now) {
        this.rows = rows;
        this.catalog = catalog;
        this.users = users;
        this.settings = settings;
        this.names = new ActionNames(settings.actions());
        this.times = new EventTime(now);
    }

    void readInto(EventSorter sorter) throws SQLException {
        while (rows.next()) {
            rows.columns().refresh();
            readRow(sorter);
        }
        times.notes().forEach(rows::note);
    }

    private void readRow(EventSorter sorter) throws SQLException {
        String user = rows.text(Tables.USER);
        String itemId = rows.text(Tables.ITEM);
        if (user.isEmpty() || itemId.isEmpty()) {
            rows.found(Finding.Reason.MISSING_ID, (user.isEmpty() ? "user_id" : "item_id") + " is empty");
            return;
        }
        OptionalInt item = catalog.number(itemId);
        if (item.isEmpty()) {
            rows.found(Finding.Reason.UNKNOWN_ITEM, "item_id " + Findings.quote(itemId) + " is not among the items");
            return;
        }
        String actionName = rows.text(Tables.ACTION);
        Optional<Action> action = rows.has(Tables.ACTION) ? action(actionName) : settings.defaultAction();
        if (action.isEmpty()) {
            rows.found(Finding.Reason.UNKNOWN_ACTION, "action " + Findings.quote(actionName) + " is not known");
            return;
        }
        String timeText = rows.text(Tables.TIME);
        long time = History.NO_TIME;
        if (!timeText.isEmpty()) {
            time = times.read(timeText);
            if (time == EventTime.IMPOSSIBLE) {
                rows.found(Finding.Reason.IMPOSSIBLE_TIME, times.problem());
                return;
            }
        }
        rows.keep();
        sorter.add(users.add(user), item.getAsInt(), time, action.get(), session(), value(), place(), rows.line());
    }

    private Optional<Action> action(String name) {
        Optional<Action> known = met.getOrDefault(name, Optional.empty());
        if (known.isEmpty()) {
            known = names.of(name);
            if (known.isPresent()) {
                met.put(name, known);
            }
        }
        return known;
    }

    /** 64 bits that stand for the session, {@link EventSorter#NO_SESSION} when the row names none. */
    private long session() {
        String session = rows.text(Tables.SESSION);
        if (session.isEmpty()) {
            return EventSorter.NO_SESSION;
        }
        if (!session.equals(lastSession)) {
            lastSession = session;
            lastSessionHash = users.session(session);
        }
        return lastSessionHash;
    }

    private long place() {
        String text = rows.text(Tables.POSITION);
        if (text.isEmpty()) {
            return rows.line();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return rows.line(); // the order of the file is the next best
        }
    }

    private float value() {
        String text = rows.text(Tables.VALUE);
        if (text.isEmpty()) {
            return Float.NaN;
        }
        try {
            return Float.parseFloat(text);
        } catch (NumberFormatException e) {
            return Float.NaN; // a value is an extra: what is no number is none
        }
    }
}
