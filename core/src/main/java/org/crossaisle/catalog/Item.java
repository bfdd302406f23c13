package org.crossaisle.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.crossaisle.PublicApi;

/**
 * One product, as the shop's catalog describes it.
 *
 * @param id the shop's id, not blank
 * @param title empty when the catalog has none
 * @param description empty when the catalog has none
 * @param categories category paths, the primary one first; may be empty
 * @param brand empty when the catalog has none
 * @param price in the shop's currency, finite and not negative
 * @param attributes further attributes by name
 * @param image a reference to a picture (file or URL), empty when there is none
 */
@PublicApi
public record Item(
        String id,
        String title,
        String description,
        List<CategoryPath> categories,
        String brand,
        OptionalDouble price,
        SortedMap<String, String> attributes,
        String image) {
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");

    public Item {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an item needs an id");
        }
        if (price.isPresent() && !(price.getAsDouble() >= 0 && price.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "price of item " + id + " is " + price.getAsDouble() + ", must be finite and not negative");
        }
        categories = List.copyOf(categories);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** The display text: the title on one line and without control characters, or the id when there is no title. */
    public String label() {
        String line = BREAKS.matcher(title).replaceAll(" ").strip();
        return line.isEmpty() ? id : line;
    }

    /** An item with only an id, a title and category paths: enough for tests and small shops. */
    public static Item of(String id, String title, String... categoryPaths) {
        return new Item(
                id,
                title,
                "",
                List.of(categoryPaths).stream().map(CategoryPath::parse).toList(),
                "",
                OptionalDouble.empty(),
                new TreeMap<>(Map.of()),
                "");
    }

    /** A copy of this item with other categories. */
    public Item withCategories(List<CategoryPath> others) {
        return new Item(id, title, description, others, brand, price, attributes, image);
    }
}
