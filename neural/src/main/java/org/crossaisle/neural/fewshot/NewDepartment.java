package org.crossaisle.neural.fewshot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.Target;
import org.crossaisle.history.History;

/**
 * The data of a shop with one department treated as new: the events in all other departments, a few events of the new
 * one, and the first event in it of held-out users, whose later events are not among the old ones.
 *
 * <p>Immutable; threads may share it.
 */
final class NewDepartment {
    private final Dataset data;
    private final BitSet departmentItems = new BitSet(); // items of the new department
    private final List<Integer> users = new ArrayList<>();
    private final List<Integer> learnt = new ArrayList<>(); // users who crossed into it and may be trained on
    private final List<Target> heldOut = new ArrayList<>();

    /**
     * Samples the users.
     *
     * @param department items whose first category is in it are new
     * @param others number of users to sample from those who did not cross into the department; all who did take part
     * @param targets number of users who crossed to hold out, at most half
     * @throws RecsException SETTING_INVALID if no item is in the department, or all are
     */
    NewDepartment(Dataset data, CategoryPath department, int others, int targets, long seed) {
        this.data = data;
        Catalog catalog = data.catalog();
        for (int item = 0; item < catalog.size(); item++) {
            List<CategoryPath> categories = catalog.item(item).categories();
            departmentItems.set(item, !categories.isEmpty() && isWithin(categories.get(0), department));
        }
        if (departmentItems.isEmpty() || departmentItems.cardinality() == catalog.size()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    (departmentItems.isEmpty() ? "no item has" : "every item has")
                            + " its first category in the department "
                            + String.join(">", department.levels()) + "; expected one of "
                            + departments(catalog) + ", or a path below one, and items outside it");
        }
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, data.users()).boxed().toList());
        Collections.shuffle(all, new Random(seed));
        List<Integer> crossed = all.stream()
                .filter(user -> firstInDepartment(data.history(user)) > 0)
                .toList();
        for (int user : crossed) {
            History history = data.history(user);
            int first = firstInDepartment(history);
            if (heldOut.size() < Math.min(targets, crossed.size() / 2)) {
                heldOut.add(new Target(user, history.first(first), history.item(first), history.time(first)));
            } else {
                learnt.add(user);
            }
        }
        users.addAll(crossed);
        all.stream()
                .filter(user -> firstInDepartment(data.history(user)) <= 0)
                .limit(others)
                .forEach(users::add);
    }

    private static boolean isWithin(CategoryPath path, CategoryPath department) {
        return path.depth() >= department.depth()
                && path.levels().subList(0, department.depth()).equals(department.levels());
    }

    private static List<String> departments(Catalog catalog) {
        return IntStream.range(0, catalog.size())
                .mapToObj(item -> catalog.item(item).categories())
                .filter(categories -> !categories.isEmpty())
                .map(categories -> categories.get(0).department())
                .distinct()
                .sorted()
                .toList();
    }

    /** The position of the first item of the new department, or -1. */
    private int firstInDepartment(History history) {
        for (int at = 0; at < history.size(); at++) {
            if (departmentItems.get(history.item(at))) {
                return at;
            }
        }
        return -1;
    }

    /** The items of the department. */
    BitSet items() {
        return (BitSet) departmentItems.clone();
    }

    /** The first event in the department of each held-out user, with the history before it. */
    List<Target> heldOut() {
        return List.copyOf(heldOut);
    }

    /** Maximum number of events of the department available for training. */
    int events() {
        int events = 0;
        for (int user : learnt) {
            History history = data.history(user);
            for (int at = 0; at < history.size(); at++) {
                events += departmentItems.get(history.item(at)) ? 1 : 0;
            }
        }
        return events;
    }

    /** The events in the other departments; for held-out users, those before the target. */
    Dataset old() {
        BitSet heldOutUsers = new BitSet();
        heldOut.forEach(target -> heldOutUsers.set(target.user()));
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        for (int user : users) {
            History history = data.history(user);
            builder.startUser();
            int end = heldOutUsers.get(user) ? firstInDepartment(history) : history.size();
            for (int at = 0; at < end; at++) {
                if (!departmentItems.get(history.item(at))) {
                    builder.add(history.item(at), history.time(at), history.action(at));
                }
            }
        }
        return builder.build();
    }

    /**
     * Whole histories of users who crossed, up to the event that completes the requested number of events of the new
     * department.
     */
    Dataset sample(int events, long seed) {
        List<Integer> order = new ArrayList<>(learnt);
        Collections.shuffle(order, new Random(seed));
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        int found = 0;
        for (int user : order) {
            if (found == events) {
                break;
            }
            History history = data.history(user);
            builder.startUser();
            for (int at = 0; at < history.size() && found < events; at++) {
                builder.add(history.item(at), history.time(at), history.action(at));
                found += departmentItems.get(history.item(at)) ? 1 : 0;
            }
        }
        return builder.build();
    }
}
