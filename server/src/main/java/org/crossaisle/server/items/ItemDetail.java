package org.crossaisle.server.items;

import java.util.List;
import java.util.SortedMap;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.jspecify.annotations.Nullable;

/** An item with all its catalog data; fields that the catalog does not have are null. */
record ItemDetail(
        String item,
        @Nullable String title,
        @Nullable String description,
        @Nullable String category,
        List<String> categories,
        @Nullable String brand,
        @Nullable Double price,
        SortedMap<String, String> attributes,
        @Nullable String image) {
    static ItemDetail of(Item item) {
        ItemSummary summary = ItemSummary.of(item);
        return new ItemDetail(
                summary.item(),
                summary.title(),
                ItemSummary.given(item.description()),
                summary.category(),
                item.categories().stream().map(CategoryPath::toString).toList(),
                summary.brand(),
                summary.price(),
                item.attributes(),
                ItemSummary.given(item.image()));
    }
}
