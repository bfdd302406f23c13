package org.crossaisle.serving.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.crossaisle.action.Action;
import org.crossaisle.action.ActionVocabulary;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.event.Event;
import org.crossaisle.event.EventStore;
import org.crossaisle.event.InteractionMerge;
import org.crossaisle.event.SessionNumbers;
import org.crossaisle.history.History;
import org.crossaisle.history.UserId;
import org.crossaisle.io.shop.LastEvents;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.privacy.UserKey;

/**
 * Histories of users from imported and live events, in order of time. Live events become interactions by the rule of
 * the import, {@link InteractionMerge}, and continue from the last imported event. Threads may share it.
 */
public final class LiveHistories {
    /** Maximum length of a history; of longer ones the latest interactions are kept. */
    public static final int LONGEST = 1_000;

    private final Shop shop;
    private final EventStore store;

    public LiveHistories(Shop shop, EventStore store) {
        this.shop = shop;
        this.store = store;
    }

    /** The origin of a row that is being merged; the last imported interaction may have lasted beyond its time. */
    private enum Origin {
        IMPORTED,
        LAST_IMPORTED,
        LIVE
    }

    private record Row(int item, Action action, long time, long session, Origin origin) {}

    /** An interaction in a history, with the fields that both the import and the store know. */
    private record Interaction(int item, Action action, long time) {}

    /** The history of a user, empty when nothing is known. */
    public History of(UserId user) {
        OptionalInt number = shop.userNumber(user);
        History imported = number.isEmpty()
                ? History.ofItems(shop.catalog().actions())
                : shop.dataset().history(number.getAsInt()).last(LONGEST);
        List<Event> live = store.latest(user, LONGEST);
        if (live.isEmpty()) {
            return imported;
        }
        List<Row> rows = rows(imported, number, live);
        rows.sort(Comparator.comparingLong(Row::time)); // stable sort: imported rows come first
        return view(shop.catalog().actions(), merged(rows, number));
    }

    private List<Row> rows(History imported, OptionalInt number, List<Event> live) {
        List<Row> rows = new ArrayList<>();
        Set<Interaction> known = new HashSet<>();
        for (int at = 0; at < imported.size(); at++) {
            boolean isLast = at == imported.size() - 1;
            rows.add(new Row(
                    imported.item(at),
                    imported.action(at),
                    imported.time(at),
                    isLast ? lastSession(number.orElseThrow()) : SessionNumbers.NO_SESSION,
                    isLast ? Origin.LAST_IMPORTED : Origin.IMPORTED));
            known.add(new Interaction(imported.item(at), imported.action(at), imported.time(at)));
        }
        Catalog catalog = shop.catalog();
        UserKey key = shop.key();
        for (Event event : live) {
            OptionalInt item = catalog.number(event.item());
            if (item.isPresent() && !known.contains(new Interaction(item.getAsInt(), event.action(), event.time()))) {
                long session =
                        event.session().isEmpty() ? SessionNumbers.NO_SESSION : Shop.session(key, event.session());
                rows.add(new Row(item.getAsInt(), event.action(), event.time(), session, Origin.LIVE));
            }
        }
        return rows;
    }

    /** The session of the last imported event, or none if that event is a return. */
    private long lastSession(int user) {
        LastEvents last = shop.lastEvents();
        return last.isReturn(user) ? SessionNumbers.NO_SESSION : last.session(user);
    }

    private List<Interaction> merged(List<Row> rows, OptionalInt number) {
        List<Interaction> kept = new ArrayList<>();
        InteractionMerge merge = new InteractionMerge(
                shop.sessionGapSeconds(),
                shop.collapses(),
                (item, time, action, session) -> kept.add(new Interaction(item, action, time)));
        boolean afterImported = false;
        for (Row row : rows) {
            boolean isImported = row.origin() != Origin.LIVE;
            if (isImported && afterImported) {
                merge.separate(); // the import kept them apart
            }
            merge.add(row.item(), row.time(), row.action(), row.session());
            if (row.origin() == Origin.LAST_IMPORTED) {
                continueFromImport(merge, number.orElseThrow());
            }
            afterImported = isImported;
        }
        merge.separate();
        return kept;
    }

    /** Continues from the last imported event, which may be later than the interaction, or a return. */
    private void continueFromImport(InteractionMerge merge, int user) {
        merge.extendTo(shop.lastEvents().time(user));
        if (shop.lastEvents().isReturn(user)) {
            merge.separate();
        }
    }

    private static History view(ActionVocabulary vocabulary, List<Interaction> rows) {
        int size = Math.min(LONGEST, rows.size());
        int[] items = new int[size];
        long[] times = new long[size];
        byte[] actions = new byte[size];
        for (int at = 0; at < size; at++) {
            Interaction row = rows.get(rows.size() - size + at);
            items[at] = row.item();
            times[at] = row.time();
            actions[at] = row.action().code();
        }
        return History.view(vocabulary, items, times, actions, 0, size);
    }
}
