package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;

/** Category paths by category id, built from a table of id, name and parent id. */
final class CategoryPaths {
    private final Map<String, Entry> entries = new HashMap<>();
    private final String file;

    private record Entry(String name, String parent) {}

    CategoryPaths(String file) {
        this.file = file;
    }

    static CategoryPaths read(TableReading rows) {
        CategoryPaths table = new CategoryPaths(rows.reader().name());
        while (rows.next()) {
            String id = rows.text(Tables.CATEGORY);
            String name = rows.text(Tables.CATEGORY_NAME);
            if (id.isEmpty() || name.isEmpty()) {
                rows.found(Finding.Reason.MISSING_ID, "category without " + (id.isEmpty() ? "an id" : "a name"));
            } else if (table.entries.putIfAbsent(id, new Entry(name, rows.text(Tables.PARENT))) != null) {
                rows.found(Finding.Reason.DUPLICATE_ITEM, "category id " + TableFindings.quote(id) + " is a duplicate");
            } else {
                rows.keep();
            }
        }
        table.entries.keySet().forEach(table::path);
        return table;
    }

    /**
     * The path down to a category, empty when the id is unknown. A parent that is not in the table counts as no parent,
     * since shops write 0 or a root's id there.
     *
     * @throws RecsException INPUT_UNREADABLE when the parents form a cycle
     */
    Optional<CategoryPath> path(String id) {
        List<String> names = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        String at = id;
        for (Entry entry = entries.get(at); entry != null; entry = entries.get(at)) {
            if (!passed.add(at)) {
                throw cycle(new ArrayList<>(passed), at);
            }
            names.add(0, entry.name().replace(CategoryPath.SEPARATOR, '/'));
            at = entry.parent();
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new CategoryPath(names));
    }

    private RecsException cycle(List<String> passed, String at) {
        List<String> circle = new ArrayList<>(passed.subList(passed.indexOf(at), passed.size()));
        circle.add(at);
        return new RecsException(
                RecsException.Code.INPUT_UNREADABLE,
                file + ": the parents of category " + at + " form a cycle: " + String.join(" -> ", circle)
                        + "; expected a tree");
    }
}
