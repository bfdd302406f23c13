package org.crossaisle.io.ingest;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.event.SessionNumbers;
import org.crossaisle.io.column.AmountColumn;
import org.crossaisle.io.column.IdColumn;
import org.crossaisle.io.column.NullWords;
import org.crossaisle.io.column.TimeColumn;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.shop.UserHashes;
import org.crossaisle.io.table.Columns;
import org.jspecify.annotations.Nullable;

/** Reads the events of a shop and passes the valid ones to the {@link EventSorter}. */
final class EventsTable {
    private final TableReading rows;
    private final ItemNumbers items;
    private final UserHashes users;
    private final ImportSettings settings;
    private final EventActions actions;
    private final EventTimeColumns times;
    private final EventReturns returns;
    private final IdColumn userIds;
    private final IdColumn itemIds;
    private @Nullable AmountColumn values;

    // The positions of the columns, kept because every row needs them.
    private int userPlace;
    private int itemPlace;
    private int sessionPlace;
    private int valuePlace;
    private int positionPlace;

    EventsTable(
            TableReading rows,
            ShopTables tables,
            Catalog catalog,
            UserHashes users,
            ImportSettings settings,
            Instant now) {
        this.rows = rows;
        this.items = new ItemNumbers(catalog, tables);
        this.users = users;
        this.settings = settings;
        this.actions = new EventActions(rows, settings);
        this.times = new EventTimeColumns(rows, settings, now);
        this.returns = new EventReturns(rows);
        locate();
        NullWords nulls = new NullWords(settings.nullWords());
        this.userIds = IdColumn.judge(rows.reader(), userPlace, "user id", nulls, true);
        this.itemIds = IdColumn.judge(
                rows.reader(),
                itemPlace,
                "item id",
                nulls,
                false,
                id -> items.of(id).isPresent());
        items.judge(rows, itemPlace, itemIds);
    }

    /** How many events have a time that was not understood. */
    long timesNotUnderstood() {
        return times.notUnderstood();
    }

    private void locate() {
        Columns columns = rows.columns();
        userPlace = columns.of(Tables.USER);
        itemPlace = columns.of(Tables.ITEM);
        sessionPlace = columns.of(Tables.SESSION);
        valuePlace = columns.of(Tables.VALUE);
        positionPlace = columns.of(Tables.POSITION);
        actions.locate();
        times.locate();
        returns.locate();
        if (values == null && valuePlace != Columns.NONE) {
            values = AmountColumn.judge(rows.reader(), valuePlace, settings.decimal());
        }
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
        userIds.check();
        itemIds.check();
        userIds.notes().forEach(rows::note);
        itemIds.notes().forEach(rows::note);
        times.end();
        actions.end();
        returns.end();
        if (values != null) {
            values.notes().forEach(rows::note);
        }
    }

    private void readRow(EventSorter sorter) throws SQLException {
        String userText = text(userPlace);
        String itemText = text(itemPlace);
        String user = userIds.read(userText);
        String itemId = itemIds.read(itemText);
        if (user.isEmpty() || itemId.isEmpty()) {
            String what = user.isEmpty() ? "user_id" : "item_id";
            String found = user.isEmpty() ? userText : itemText;
            rows.found(
                    Finding.Reason.MISSING_ID,
                    found.isEmpty() ? what + " is empty" : what + " is " + TableFindings.quote(found));
            return;
        }
        OptionalInt item = items.of(itemId);
        if (item.isEmpty()) {
            rows.found(
                    Finding.Reason.UNKNOWN_ITEM, "item_id " + TableFindings.quote(itemId) + " is not among the items");
            return;
        }
        String actionName = actions.name();
        Optional<Action> action = actions.of(actionName);
        if (action.isEmpty()) {
            rows.found(
                    Finding.Reason.UNKNOWN_ACTION,
                    "action " + TableFindings.quote(actionName) + " is not known; the nearest is "
                            + settings.vocabulary().nearest(actionName));
            return;
        }
        long time = times.read();
        if (time == TimeColumn.IMPOSSIBLE) {
            rows.found(Finding.Reason.IMPOSSIBLE_TIME, times.problem());
            return;
        }
        rows.keep();
        float value = value();
        sorter.add(
                users.add(user),
                item.getAsInt(),
                time,
                returns.of(action.get(), value),
                session(),
                value,
                place(),
                rows.line());
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
        if (text.isEmpty() || values == null) {
            return Float.NaN;
        }
        OptionalDouble value = values.read(text);
        if (value.isEmpty()) {
            rows.found(Finding.Reason.BAD_VALUE, "value " + TableFindings.quote(text) + " is not a number");
            return Float.NaN;
        }
        return (float) value.getAsDouble();
    }
}
