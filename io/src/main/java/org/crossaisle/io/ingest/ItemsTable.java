package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;

/** Reads the items of a shop. */
final class ItemsTable {
    private final TableReading rows;
    private final Optional<CategoryPaths> categories;
    private final int titleCharacters;
    private final Set<String> ids = new HashSet<>();
    private final List<Item> items = new ArrayList<>();
    private final AttributeVocabulary vocabulary = new AttributeVocabulary();
    private final SortedSet<String> later = new TreeSet<>();

    ItemsTable(TableReading rows, Optional<CategoryPaths> categories, int titleCharacters) {
        this.rows = rows;
        this.categories = categories;
        this.titleCharacters = titleCharacters;
    }

    List<Item> read() {
        while (rows.next()) {
            rows.columns().refresh();
            String id = rows.text(Tables.ITEM);
            if (id.isEmpty()) {
                rows.found(Finding.Reason.MISSING_ID, "item_id is empty");
            } else if (!ids.add(id)) {
                rows.found(Finding.Reason.DUPLICATE_ITEM, "item_id " + TableFindings.quote(id) + " is a duplicate");
            } else {
                items.add(item(id));
                rows.keep();
            }
        }
        if (!vocabulary.isEmpty()) {
            rows.note("attributes: " + vocabulary);
        }
        if (!later.isEmpty()) {
            rows.note("left out, because these columns are computed from the events that are to be predicted: "
                    + String.join(", ", later));
        }
        return items;
    }

    private Item item(String id) {
        return new Item(
                id,
                title(),
                rows.text(Tables.DESCRIPTION),
                paths(),
                rows.text(Tables.BRAND),
                price(),
                attributes(),
                rows.text(Tables.IMAGE));
    }

    private String title() {
        String title = rows.text(Tables.TITLE);
        if (title.length() <= titleCharacters) {
            return title;
        }
        rows.found(Finding.Reason.LONG_TITLE, "title has " + title.length() + " characters, cut to " + titleCharacters);
        int end = Character.isHighSurrogate(title.charAt(titleCharacters - 1)) ? titleCharacters - 1 : titleCharacters;
        return title.substring(0, end);
    }

    private OptionalDouble price() {
        String text = rows.text(Tables.PRICE);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble price = Amounts.parse(text);
        if (price.isPresent() && price.getAsDouble() >= 0 && price.getAsDouble() < Double.POSITIVE_INFINITY) {
            return price;
        }
        rows.found(Finding.Reason.BAD_PRICE, "price " + TableFindings.quote(text) + " is not a number of at least 0");
        return OptionalDouble.empty();
    }

    private List<CategoryPath> paths() {
        List<CategoryPath> paths = new ArrayList<>();
        add(rows.text(Tables.PATH), paths);
        String others = rows.text(Tables.OTHER_PATHS);
        if (!others.isEmpty()) {
            for (String other : others.split("\\|", -1)) {
                add(other, paths);
            }
        }
        if (paths.isEmpty()) {
            rows.found(Finding.Reason.NO_CATEGORY, "no category");
        }
        return paths.stream().distinct().toList();
    }

    private void add(String text, List<CategoryPath> paths) {
        if (text.isBlank()) {
            return;
        }
        if (categories.isPresent()) {
            Optional<CategoryPath> named = categories.get().path(text.strip());
            if (named.isPresent()) {
                paths.add(named.get());
                return;
            }
            if (text.indexOf(CategoryPath.SEPARATOR) < 0) {
                rows.found(
                        Finding.Reason.UNKNOWN_CATEGORY,
                        "category id " + TableFindings.quote(text.strip()) + " is not in the category table");
                return;
            }
        }
        List<String> levels = new ArrayList<>();
        boolean blank = false;
        for (String level : text.split(String.valueOf(CategoryPath.SEPARATOR), -1)) {
            if (level.isBlank()) {
                blank = true;
            } else {
                levels.add(level.strip());
            }
        }
        if (blank) {
            rows.found(
                    Finding.Reason.BLANK_CATEGORY_LEVEL,
                    "category path " + TableFindings.quote(text) + " has a blank level");
        }
        if (!levels.isEmpty()) {
            paths.add(new CategoryPath(levels));
        }
    }

    private SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int place : rows.columns().others()) {
            String value = rows.reader().text(place);
            String name = rows.reader().columns().get(place);
            if (value.isEmpty()) {
                continue;
            }
            if (LaterColumns.contain(name)) {
                later.add(name);
            } else {
                attributes.put(name, value);
            }
        }
        vocabulary.add(attributes);
        return attributes;
    }
}
