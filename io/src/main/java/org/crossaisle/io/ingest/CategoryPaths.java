package org.crossaisle.io.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.io.column.IdColumn;
import org.crossaisle.io.column.NullWords;
import org.crossaisle.io.shop.Finding;
import org.crossaisle.io.shop.TableFindings;
import org.crossaisle.io.table.Columns;

/** Category paths by category id, built from a table of id, name and parent id in any order. */
final class CategoryPaths {
    /** What shops write as the parent of a department. */
    private static final Set<String> ROOTS = Set.of("0", "-1");

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Optional<CategoryPath>> paths = new HashMap<>();
    private final String file;

    private record Entry(List<String> names, String parent, long line) {}

    private CategoryPaths(String file) {
        this.file = file;
    }

    static CategoryPaths read(TableReading rows, ImportSettings settings) {
        CategoryPaths table = new CategoryPaths(rows.reader().name());
        NullWords nulls = new NullWords(settings.nullWords());
        int parentPlace = rows.columns().of(Tables.PARENT);
        IdColumn ids = IdColumn.judge(rows.reader(), rows.columns().of(Tables.CATEGORY), "category id", nulls, false);
        Optional<IdColumn> parents = parentPlace == Columns.NONE
                ? Optional.empty()
                : Optional.of(IdColumn.judge(rows.reader(), parentPlace, "parent id", nulls, false));
        boolean named = rows.has(Tables.CATEGORY_NAME);
        if (!named) {
            rows.note("no column has the names of categories, so their ids are the names; --map"
                    + " categories.name=COLUMN names one");
        }
        while (rows.next()) {
            String id = ids.read(rows.text(Tables.CATEGORY));
            String name = named ? rows.text(Tables.CATEGORY_NAME) : id;
            if (id.isEmpty() || name.isEmpty()) {
                rows.found(Finding.Reason.MISSING_ID, "category without " + (id.isEmpty() ? "an id" : "a name"));
                continue;
            }
            String parent = parents.isPresent() ? parents.get().read(rows.text(Tables.PARENT)) : "";
            Entry entry = new Entry(names(name, parents.isPresent()), parent.equals(id) ? "" : parent, rows.line());
            if (table.entries.putIfAbsent(id, entry) != null) {
                rows.found(Finding.Reason.DUPLICATE_ITEM, "category id " + TableFindings.quote(id) + " is a duplicate");
            } else {
                rows.keep();
            }
        }
        ids.check();
        ids.notes().forEach(rows::note);
        parents.ifPresent(column -> column.notes().forEach(rows::note));
        table.reportMissingParents(rows);
        table.entries.keySet().forEach(table::path);
        return table;
    }

    /** The levels of a name: several if the table has no parents and its names are paths. */
    private static List<String> names(String name, boolean hasParents) {
        if (hasParents) {
            return List.of(name.replace(CategoryPath.SEPARATOR, '/'));
        }
        List<String> levels = new ArrayList<>();
        for (String level : name.split(String.valueOf(CategoryPath.SEPARATOR), -1)) {
            if (!level.isBlank()) {
                levels.add(level.strip());
            }
        }
        return levels.isEmpty() ? List.of(name) : levels;
    }

    private void reportMissingParents(TableReading rows) {
        entries.forEach((id, entry) -> {
            String parent = entry.parent();
            if (!parent.isEmpty() && !ROOTS.contains(parent) && !entries.containsKey(parent)) {
                rows.findings()
                        .add(
                                Finding.Reason.UNKNOWN_PARENT,
                                entry.line(),
                                "parent " + TableFindings.quote(parent) + " of category " + TableFindings.quote(id)
                                        + " is not in the table");
            }
        });
    }

    /**
     * The path down to a category, empty when the id is unknown. A category whose parent is not in the table is a
     * department.
     *
     * @throws RecsException INPUT_UNREADABLE when the parents form a cycle
     */
    Optional<CategoryPath> path(String id) {
        Optional<CategoryPath> found = paths.get(id);
        if (found == null) {
            found = build(entries.containsKey(id) || !id.endsWith(".0") ? id : id.substring(0, id.length() - 2));
            paths.put(id, found);
        }
        return found;
    }

    private Optional<CategoryPath> build(String id) {
        List<String> names = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        String at = id;
        for (Entry entry = entries.get(at); entry != null; entry = entries.get(at)) {
            if (!passed.add(at)) {
                throw cycle(new ArrayList<>(passed), at);
            }
            names.addAll(0, entry.names());
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
