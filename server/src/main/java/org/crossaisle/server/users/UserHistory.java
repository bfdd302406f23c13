package org.crossaisle.server.users;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.history.History;
import org.crossaisle.server.items.ItemSummary;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a history.
 *
 * @param interactions newest first
 * @param size number of all interactions, shown or not
 */
record UserHistory(List<Interaction> interactions, int size) {
    /** An action of a user on an item, with its time; the time is null if only the order is known. */
    record Interaction(
            String item,
            @Nullable String title,
            @Nullable String category,
            String action,
            @Nullable Instant time) {}

    static UserHistory of(Catalog catalog, History history, int count) {
        List<Interaction> interactions = IntStream.range(0, Math.min(count, history.size()))
                .mapToObj(age -> interaction(catalog, history, history.size() - 1 - age))
                .toList();
        return new UserHistory(interactions, history.size());
    }

    private static Interaction interaction(Catalog catalog, History history, int position) {
        ItemSummary item = ItemSummary.of(catalog.item(history.item(position)));
        long time = history.time(position);
        return new Interaction(
                item.item(),
                item.title(),
                item.category(),
                history.action(position).name(),
                time == History.NO_TIME ? null : Instant.ofEpochSecond(time));
    }
}
