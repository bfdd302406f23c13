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
 * A shop as if one of its departments were new: what was taken in all others, a few events of the new one, and held-out users'
 * first event in it, of whom nothing later is in the old events.
 *
 * <p>Immutable; threads may share it.
 */
final class NewDepartment {
    private final Dataset data;
    private final BitSet fresh = new BitSet(); // items of the new department
    private final List<Integer> users = new ArrayList<>();
    private final List<Integer> learnt = new ArrayList<>(); // crossed into it, may be learnt from
    private final List<Target> heldOut = new ArrayList<>();

    /**
     * Draws users.
     *
     * @param department the items whose first category lies in it are new
     * @param others so many are drawn of those who did not cross into the department; all who did take part
     * @param targets so many of those who did are held out, at most half
     * @throws RecsException SETTING_INVALID when no item lies in the department, or all do
     */
    NewDepartment(Dataset data, CategoryPath department, int others, int targets, long seed) {
        this.data = data;
        Catalog catalog = data.catalog();
        for (int item = 0; item < catalog.size(); item++) {
            List<CategoryPath> categories = catalog.item(item).categories();
            fresh.set(item, !categories.isEmpty() && isWithin(categories.get(0), department));
        }
        if (fresh.isEmpty() || fresh.cardinality() == catalog.size()) {
            throw new RecsException(
                    RecsException.Code.SETTING_INVALID,
                    (fresh.isEmpty() ? "no item has" : "every item has") + " its first category in the department "
                            + String.join(">", department.levels()) + "; expected one of "
                            + departments(catalog) + ", or a path below one, and items outside it");
        }
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, data.users()).boxed().toList());
        Collections.shuffle(all, new Random(seed));
        List<Integer> crossed =
                all.stream().filter(user -> firstFresh(data.history(user)) > 0).toList();
        for (int user : crossed) {
            History history = data.history(user);
            int first = firstFresh(history);
            if (heldOut.size() < Math.min(targets, crossed.size() / 2)) {
                heldOut.add(new Target(user, history.first(first), history.item(first), history.time(first)));
            } else {
                learnt.add(user);
            }
        }
        users.addAll(crossed);
        all.stream()
                .filter(user -> firstFresh(data.history(user)) <= 0)
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

    /** The place of the first item of the new department, or -1. */
    private int firstFresh(History history) {
        for (int at = 0; at < history.size(); at++) {
            if (fresh.get(history.item(at))) {
                return at;
            }
        }
        return -1;
    }

    /** The items of the department. */
    BitSet items() {
        return (BitSet) fresh.clone();
    }

    /** The first event in the department of each held-out user, with what came before. */
    List<Target> heldOut() {
        return List.copyOf(heldOut);
    }

    /** How many events of the department may be learnt from at most. */
    int events() {
        int events = 0;
        for (int user : learnt) {
            History history = data.history(user);
            for (int at = 0; at < history.size(); at++) {
                events += fresh.get(history.item(at)) ? 1 : 0;
            }
        }
        return events;
    }

    /** What was taken in the other departments; of the held-out users what came before. */
    Dataset old() {
        BitSet asked = new BitSet();
        heldOut.forEach(target -> asked.set(target.user()));
        DatasetBuilder builder = new DatasetBuilder(data.catalog());
        for (int user : users) {
            History history = data.history(user);
            builder.startUser();
            int end = asked.get(user) ? firstFresh(history) : history.size();
            for (int at = 0; at < end; at++) {
                if (!fresh.get(history.item(at))) {
                    builder.add(history.item(at), history.time(at), history.action(at));
                }
            }
        }
        return builder.build();
    }

    /** Whole histories of users who crossed, up to the event with which there are so many of the new department. */
    Dataset few(int events, long seed) {
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
                found += fresh.get(history.item(at)) ? 1 : 0;
            }
        }
        return builder.build();
    }
}
