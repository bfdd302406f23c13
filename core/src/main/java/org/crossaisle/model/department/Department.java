package org.crossaisle.model.department;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Query;

/**
 * A department as a separate shop: the items whose primary category is in it, and their interactions. Immutable;
 * threads may share it.
 */
final class Department {
    private final String name;
    private final BitSet items;
    private final int[] numbers; // of the items, ascending

    private Department(String name, BitSet items) {
        this.name = name;
        this.items = items;
        numbers = items.stream().toArray();
    }

    /** The departments of a catalog, in the order of their first items. Items without a category are in none. */
    static List<Department> of(Catalog catalog) {
        Map<String, BitSet> items = new LinkedHashMap<>();
        for (int item = 0; item < catalog.size(); item++) {
            List<CategoryPath> paths = catalog.item(item).categories();
            if (!paths.isEmpty()) {
                items.computeIfAbsent(paths.get(0).department(), none -> new BitSet())
                        .set(item);
            }
        }
        List<Department> departments = new ArrayList<>();
        items.forEach((name, own) -> departments.add(new Department(name, own)));
        return departments;
    }

    /**
     * The department with this name.
     *
     * @throws RecsException when the catalog has no such department
     */
    static Department named(String name, Catalog catalog) {
        List<Department> all = of(catalog);
        return all.stream()
                .filter(department -> department.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new RecsException(
                        RecsException.Code.ARTIFACT_UNREADABLE,
                        "the department " + name
                                + " has a model of its own, but no item is in it; there are "
                                + all.stream().map(Department::name).toList()));
    }

    String name() {
        return name;
    }

    /** True for an item of the department; false for one newer than the catalog. */
    boolean holds(int item) {
        return items.get(item);
    }

    /** Its items, ascending. Callers must not change the array. */
    int[] items() {
        return numbers;
    }

    /** The same users with only their interactions in the department. */
    Dataset within(Dataset data) {
        return data.within(items);
    }

    /** The targets in the department. */
    List<Target> targets(List<Target> all) {
        return all.stream().filter(target -> holds(target.item())).toList();
    }

    /** The same target with only the history in the department. */
    Target within(Target target) {
        return new Target(target.user(), target.history().within(items), target.item(), target.time());
    }

    /** The same query for a shop without other departments. */
    Query within(Query query) {
        return query.withHistory(query.history().within(items)).allowing(items::get);
    }
}
