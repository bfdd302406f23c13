package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.catalog.Item;
import org.crossaisle.io.column.IdColumn;
import org.crossaisle.io.column.NullWords;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.table.Column;
import org.crossaisle.io.table.Columns;

/** Reads the items of a shop. */
final class ItemsTable {
    private final TableReading rows;
    private final ImportSettings settings;
    private final IdColumn idColumn;
    private final ItemPrices prices;
    private final ItemCategories categories;
    private final Map<String, Integer> places = new HashMap<>(); // of items, by id
    private final List<Item> items = new ArrayList<>();
    private final Map<Integer, String> parents = new TreeMap<>(); // of items without a category, by place
    private final Map<Integer, Long> uncategorised = new TreeMap<>(); // lines of items without one, by place
    private final Map<String, Integer> bySku = new HashMap<>();
    private final SortedSet<String> later = new TreeSet<>();

    ItemsTable(TableReading rows, Optional<CategoryPaths> table, ImportSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.idColumn = IdColumn.judge(
                rows.reader(), rows.columns().of(Tables.ITEM), "item id", new NullWords(settings.nullWords()), false);
        this.prices = new ItemPrices(rows, settings);
        this.categories = new ItemCategories(rows, table, settings);
    }

    List<Item> read() {
        while (rows.next()) {
            if (rows.columns().refresh()) {
                prices.locate();
                categories.locate();
            }
            String text = rows.text(Tables.ITEM);
            String id = idColumn.read(text);
            if (id.isEmpty()) {
                rows.found(
                        Finding.Reason.MISSING_ID,
                        text.isEmpty() ? "item_id is empty" : "item_id is " + TableFindings.quote(text));
            } else if (places.putIfAbsent(id, items.size()) != null) {
                rows.found(Finding.Reason.DUPLICATE_ITEM, "item_id " + TableFindings.quote(id) + " is a duplicate");
            } else {
                items.add(item(id));
                rows.keep();
            }
        }
        idColumn.check();
        idColumn.notes().forEach(rows::note);
        prices.end();
        inheritCategories();
        return withoutLater();
    }

    private Item item(String id) {
        List<CategoryPath> paths = categories.read();
        String sku = rows.text(Tables.SKU);
        if (!sku.isEmpty()) {
            bySku.putIfAbsent(sku, items.size());
        }
        if (paths.isEmpty()) {
            uncategorised.put(items.size(), rows.line());
            String parent = rows.text(Tables.PARENT_ITEM);
            if (!parent.isEmpty()) {
                parents.put(items.size(), parent);
            }
        }
        return new Item(
                id,
                title(),
                rows.text(Tables.DESCRIPTION),
                paths,
                rows.text(Tables.BRAND),
                prices.read(),
                attributes(),
                rows.text(Tables.IMAGE));
    }

    private String title() {
        String title = rows.text(Tables.TITLE);
        int titleCharacters = settings.titleCharacters();
        if (title.length() <= titleCharacters) {
            return title;
        }
        rows.found(Finding.Reason.LONG_TITLE, "title has " + title.length() + " characters, cut to " + titleCharacters);
        int end = Character.isHighSurrogate(title.charAt(titleCharacters - 1)) ? titleCharacters - 1 : titleCharacters;
        return title.substring(0, end);
    }

    /** Gives variations the categories of the item that they are variations of. */
    private void inheritCategories() {
        int inherited = 0;
        for (Map.Entry<Integer, String> each : parents.entrySet()) {
            String parent = idColumn.plain(each.getValue().replaceFirst("^id:", ""));
            Integer place = places.get(parent);
            place = place == null ? bySku.get(parent) : place;
            if (place != null && !items.get(place).categories().isEmpty()) {
                items.set(
                        each.getKey(),
                        items.get(each.getKey()).withCategories(items.get(place).categories()));
                uncategorised.remove(each.getKey());
                inherited++;
            }
        }
        if (inherited > 0) {
            rows.note(String.format(
                    "%,d items without a category took those of the item that column %s names",
                    inherited, rows.reader().columns().get(rows.columns().of(Tables.PARENT_ITEM))));
        }
        uncategorised.values().forEach(line -> rows.findings().add(Finding.Reason.NO_CATEGORY, line, "no category"));
        noteUselessLevels();
    }

    /** Notes levels at which all paths have one name: they separate nothing. */
    private void noteUselessLevels() {
        List<Set<String>> names = new ArrayList<>();
        List<Set<CategoryPath>> reaching = new ArrayList<>(); // the paths that are so deep
        Set<CategoryPath> paths = new HashSet<>();
        items.forEach(item -> paths.addAll(item.categories()));
        for (CategoryPath path : paths) {
            for (int level = 0; level < path.depth(); level++) {
                if (level == names.size()) {
                    names.add(new HashSet<>());
                    reaching.add(new HashSet<>());
                }
                reaching.get(level).add(path);
                names.get(level).add(path.levels().get(level));
            }
        }
        for (int level = 0; level < names.size(); level++) {
            if (names.get(level).size() == 1 && reaching.get(level).size() > 1) {
                rows.note("category level " + level + " has one name only, "
                        + TableFindings.quote(names.get(level).iterator().next()) + ": it separates nothing");
            }
        }
    }

    private SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        List<Integer> further = new ArrayList<>(rows.columns().others());
        addIfPresent(Tables.PARENT_ITEM, further);
        addIfPresent(Tables.SKU, further);
        for (int place : further) {
            String value = rows.reader().text(place);
            String name = rows.reader().columns().get(place);
            if (value.isEmpty()) {
                continue;
            }
            if (LaterColumns.contain(name) && !settings.keptColumns().contains(name)) {
                later.add(name);
            } else {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    private void addIfPresent(Column column, List<Integer> further) {
        int place = rows.columns().of(column);
        if (place != Columns.NONE && place != rows.columns().of(Tables.ITEM)) {
            further.add(place);
        }
    }

    /** The items without attributes that are made from the events. */
    private List<Item> withoutLater() {
        SortedSet<String> links = ItemLinks.in(items, places.keySet());
        links.removeAll(settings.keptColumns());
        List<Item> kept = links.isEmpty() ? items : ItemLinks.without(items, links);
        AttributeVocabulary vocabulary = new AttributeVocabulary();
        kept.forEach(item -> vocabulary.add(item.attributes()));
        if (!vocabulary.isEmpty()) {
            rows.note("attributes: " + vocabulary);
        }
        if (!later.isEmpty()) {
            rows.note("left out, because such columns are made from the events they would predict: "
                    + String.join(", ", later) + "; --keep-column NAME keeps one");
        }
        if (!links.isEmpty()) {
            rows.note("left out, because their values are lists of items, which are made from the events: "
                    + String.join(", ", links) + "; --keep-column NAME keeps one");
        }
        return kept;
    }
}
