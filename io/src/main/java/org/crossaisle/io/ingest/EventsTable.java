package org.crossaisle.io.ingest;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.event.SessionNumbers;
import org.crossaisle.history.History;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.shop.UserHashes;
import org.crossaisle.io.table.Columns;

/** Reads the events of a shop and passes the valid ones to the {@link EventSorter}. */
final class EventsTable {
    private final TableReading rows;
    private final Catalog catalog;
    private final UserHashes users;
    private final ImportSettings settings;
    private final ActionNames names;
    private final EventTime times;
    private final Map<String, Optional<Action>> met = new HashMap<>();

    // The positions of the columns, kept because every row needs them.
    private int userPlace;
    private int itemPlace;
    private int actionPlace;
    private int timePlace;
    private int sessionPlace;
    private int valuePlace;
    private int positionPlace;

    EventsTable(TableReading rows, Catalog catalog, UserHashes users, ImportSettings settings, Instant now) {
        this.rows = rows;
        this.catalog = catalog;
        this.users = users;
        this.settings = settings;
        this.names = new ActionNames(settings.vocabulary(), settings.actions());
        this.times = new EventTime(now);
        locate();
    }

    private void locate() {
        Columns columns = rows.columns();
        userPlace = columns.of(Tables.USER);
        itemPlace = columns.of(Tables.ITEM);
        actionPlace = columns.of(Tables.ACTION);
        timePlace = columns.of(Tables.TIME);
        sessionPlace = columns.of(Tables.SESSION);
        valuePlace = columns.of(Tables.VALUE);
        positionPlace = columns.of(Tables.POSITION);
    }

    private String text(int place) {
        return place == Columns.NONE ? "" : rows.reader().text(place);
    }

    void readInto(EventSorter sorter) throws SQLException {
        while (rows.next()) {
            if (rows.columns().refresh()) {
                locate();
            }
            readRow(sorter);
        }
        times.notes().forEach(rows::note);
    }

    private void readRow(EventSorter sorter) throws SQLException {
        String user = text(userPlace);
        String itemId = text(itemPlace);
        if (user.isEmpty() || itemId.isEmpty()) {
            rows.found(Finding.Reason.MISSING_ID, (user.isEmpty() ? "user_id" : "item_id") + " is empty");
            return;
        }
        OptionalInt item = catalog.number(itemId);
        if (item.isEmpty()) {
            rows.found(
                    Finding.Reason.UNKNOWN_ITEM, "item_id " + TableFindings.quote(itemId) + " is not among the items");
            return;
        }
        String actionName = text(actionPlace);
        Optional<Action> action = actionPlace != Columns.NONE ? action(actionName) : settings.defaultAction();
        if (action.isEmpty()) {
            rows.found(
                    Finding.Reason.UNKNOWN_ACTION,
                    "action " + TableFindings.quote(actionName) + " is not known; the nearest is "
                            + settings.vocabulary().nearest(actionName));
            return;
        }
        String timeText = text(timePlace);
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

    /** The session as a 64-bit hash, {@link SessionNumbers#NO_SESSION} when the row names none. */
    private long session() {
        String session = text(sessionPlace);
        return session.isEmpty() ? SessionNumbers.NO_SESSION : users.session(session);
    }

    private long place() {
        String text = text(positionPlace);
        if (text.isEmpty()) {
            return rows.line();
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            rows.found(Finding.Reason.BAD_VALUE, "position " + TableFindings.quote(text) + " is not a whole number");
            return rows.line(); // fall back to the order of the file
        }
    }

    private float value() {
        String text = text(valuePlace);
        if (text.isEmpty()) {
            return Float.NaN;
        }
        OptionalDouble value = Amounts.parse(text);
        if (value.isEmpty()) {
            rows.found(Finding.Reason.BAD_VALUE, "value " + TableFindings.quote(text) + " is not a number");
            return Float.NaN;
        }
        return (float) value.getAsDouble();
    }
}
