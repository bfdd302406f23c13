package org.crossaisle.server.items;

import org.crossaisle.catalog.Item;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item as shown in a list; fields that the catalog does not have are null. */
public record ItemSummary(
        String item,
        @Nullable String title,
        @Nullable String category,
        @Nullable String brand,
        @Nullable Double price) {
    @Schema(hidden = true)
    public static ItemSummary of(Item item) {
        return new ItemSummary(
                item.id(),
                given(item.title()),
                item.categories().isEmpty() ? null : item.categories().get(0).toString(),
                given(item.brand()),
                item.price().isPresent() ? item.price().getAsDouble() : null);
    }

    static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
