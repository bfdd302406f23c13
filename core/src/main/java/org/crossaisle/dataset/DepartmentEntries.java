package org.crossaisle.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.history.History;

/**
 * A split whose targets are users' first interactions in departments new to them. An entry is the first interaction of
 * a user in a department, on an item none of whose departments the user had before, after enough interactions on
 * strictly earlier days. The history of an entry is exactly what the user did on those earlier days, so that neither
 * the order within a day nor the rest of the basket leaks information. A return is never an entry.
 *
 * <p>Entries are rare, and those after one point in time are too few to measure (34 of 2,900 in three departments of
 * Amazon are in the last tenth of the events). Therefore users are held out instead of a period: for a user with an
 * entry, only interactions before the day of the first entry are used for training; for all others, everything is. A
 * tenth of the users with entries, drawn by a hash of what they did until then, is for validation. Later interactions
 * of other users are used for training, as under leave-one-out.
 *
 * @param minimumEvents the number of interactions on earlier days that an entry requires, at least 1
 */
public record DepartmentEntries(int minimumEvents) {
    /** The value of {@link Split#name()}. */
    public static final String NAME = "department entries";

    private static final int VALIDATION_PART = 10;
    private static final long SECONDS_OF_A_DAY = 86_400;

    public DepartmentEntries {
        Bounds.atLeast("minimumEvents", minimumEvents, 1);
    }

    /** Requires three interactions on earlier days. */
    public DepartmentEntries() {
        this(3);
    }

    /**
     * Splits a data set.
     *
     * @throws RecsException when an interaction has no time, or there are no entries for validation or for the test
     */
    public Split of(Dataset data) {
        if (!data.hasTimes()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    NAME + " need a time for every interaction; some have only an order");
        }
        int[] kept = new int[data.users()];
        List<Target> validation = new ArrayList<>();
        List<Target> test = new ArrayList<>();
        for (int user = 0; user < kept.length; user++) {
            List<Target> entries = entries(data, user);
            kept[user] = data.history(user).size();
            if (!entries.isEmpty()) {
                History before = entries.get(0).history();
                kept[user] = before.size();
                (isForValidation(data, before) ? validation : test).addAll(entries);
            }
        }
        if (validation.isEmpty() || test.isEmpty()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    NAME + " need users who enter a new department after " + minimumEvents
                            + " interactions on earlier days, both for validation and for test; found "
                            + validation.size() + " and " + test.size() + " entries in "
                            + data.catalog().categories().departments() + " departments");
        }
        Dataset fit = data.firstOfEach(kept);
        return new Split(NAME, "entries", fit, validation, fit, test);
    }

    private List<Target> entries(Dataset data, int user) {
        CategoryTree tree = data.catalog().categories();
        History history = data.history(user);
        List<Target> entries = new ArrayList<>();
        BitSet seen = new BitSet();
        int known = 0; // on strictly earlier days
        for (int position = 0; position < history.size(); position++) {
            if (position > 0 && day(history, position) != day(history, position - 1)) {
                known = position;
            }
            BitSet departments = new BitSet();
            for (int category : tree.of(history.item(position))) {
                departments.set(tree.upTo(category, 0));
            }
            if (known >= minimumEvents
                    && !departments.isEmpty()
                    && !departments.intersects(seen)
                    && history.action(position).showsInterest()) {
                entries.add(Target.at(user, history, position, known));
            }
            seen.or(departments);
        }
        return entries;
    }

    private static long day(History history, int position) {
        return Math.floorDiv(history.time(position), SECONDS_OF_A_DAY);
    }

    /** Hashes item ids, which do not change when a shop is imported again, unlike user numbers. */
    private static boolean isForValidation(Dataset data, History before) {
        long hash = before.size();
        for (int position = 0; position < before.size(); position++) {
            hash = mixed(
                    31 * hash + data.catalog().item(before.item(position)).id().hashCode());
            hash = mixed(31 * hash + before.time(position));
        }
        return Math.floorMod(hash, VALIDATION_PART) == 0;
    }

    /**
     * Mixes every input bit into all output bits.
     *
     * <p>Source: Stafford's mix 13, as in Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA
     * 2014.
     */
    private static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
