package org.crossaisle.server.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.history.Action;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;
import org.crossaisle.io.shop.Shop;

/**
 * What a user did: the imported history and the live events after each other, in order of time. Live events are taken as the
 * import takes its own, so that a model sees histories of the kind it was trained on: returns are left out, and consecutive
 * events on one item in one session are one interaction, the strongest. Threads may share it.
 */
public final class LiveHistories {
    /** Of longer histories the latest are kept. */
    public static final int LONGEST = 1_000;

    private final Shop shop;
    private final EventStore store;

    public LiveHistories(Shop shop, EventStore store) {
        this.shop = shop;
        this.store = store;
    }

    /** One row of a history that is being merged. */
    private record Row(int item, Action action, long time, String session, boolean live) {}

    /** An event as both the import and the store know it. */
    private record Happening(int item, Action action, long time) {}

    /** The history of a user, empty when nothing is known. */
    public History of(UserId user) {
        OptionalInt number = shop.userNumber(user);
        History imported = number.isEmpty()
                ? History.EMPTY
                : shop.dataset().history(number.getAsInt()).last(LONGEST);
        List<Event> live = store.latest(user, LONGEST);
        return live.isEmpty() ? imported : view(merged(imported, live));
    }

    private List<Row> merged(History imported, List<Event> live) {
        List<Row> rows = new ArrayList<>();
        Set<Happening> known = new HashSet<>();
        for (int at = 0; at < imported.size(); at++) {
            rows.add(new Row(imported.item(at), imported.action(at), imported.time(at), "", false));
            known.add(new Happening(imported.item(at), imported.action(at), imported.time(at)));
        }
        Catalog catalog = shop.catalog();
        for (Event event : live) {
            OptionalInt item = catalog.number(event.item());
            if (item.isPresent() && !known.contains(new Happening(item.getAsInt(), event.action(), event.time()))) {
                rows.add(new Row(item.getAsInt(), event.action(), event.time(), event.session(), true));
            }
        }
        rows.sort(Comparator.comparingLong(Row::time)); // stable: what was imported comes first
        return interactions(rows);
    }

    private List<Row> interactions(List<Row> rows) {
        List<Row> kept = new ArrayList<>();
        boolean apart = true; // nothing stands before, or a return does
        for (Row row : rows) {
            if (!row.action().showsInterest()) {
                apart = true;
                continue;
            }
            int last = kept.size() - 1;
            if (apart || !isOneWith(kept.get(last), row)) {
                kept.add(row);
            } else if (row.action().compareTo(kept.get(last).action()) > 0) {
                kept.set(last, row);
            }
            apart = false;
        }
        return kept;
    }

    private boolean isOneWith(Row before, Row row) {
        boolean sessionsGiven = !before.session().isEmpty() && !row.session().isEmpty();
        boolean sameSession = sessionsGiven
                ? before.session().equals(row.session())
                : row.time() - before.time() <= shop.sessionGapSeconds();
        boolean oneIsLive = before.live() || row.live(); // the import has dealt with its own
        return shop.collapses() && oneIsLive && before.item() == row.item() && sameSession;
    }

    private static History view(List<Row> rows) {
        int size = Math.min(LONGEST, rows.size());
        int[] items = new int[size];
        long[] times = new long[size];
        byte[] actions = new byte[size];
        for (int at = 0; at < size; at++) {
            Row row = rows.get(rows.size() - size + at);
            items[at] = row.item();
            times[at] = row.time();
            actions[at] = row.action().code();
        }
        return History.view(items, times, actions, 0, size);
    }
}
