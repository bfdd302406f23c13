package org.crossaisle.evaluate.benchmark;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.dataset.Target;

/**
 * The ranks of a department entry in the scores of a model; ties count against the model.
 *
 * @param item the rank of the item among all items new to the user
 * @param itemInDepartment its rank among those of the entered department
 * @param department the rank of the department's best item among all items new to the user: a list up to a cutoff shows
 *     the department when this rank is within the cutoff
 * @param departmentAmongNew the rank of the department among the departments new to the user, by their best items
 */
record EntryRanks(int item, int itemInDepartment, int department, int departmentAmongNew) {
    /**
     * The ranks of one target.
     *
     * @param departments the level of departments
     * @param scores [items]
     */
    static EntryRanks of(Target target, CategoryLevel departments, float... scores) {
        BitSet seen = target.history().categories(departments);
        BitSet historyItems = target.history().items();
        int[] entered = departments.of(target.item());
        float own = scores[target.item()];
        float[] best = new float[departments.size()]; // of each department
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        int item = 0;
        int inDepartment = 0;
        for (int at = 0; at < scores.length; at++) {
            if (historyItems.get(at)) {
                continue;
            }
            boolean isAhead = scores[at] >= own;
            item += isAhead ? 1 : 0;
            inDepartment += isAhead && departments.share(at, target.item()) ? 1 : 0;
            for (int department : departments.of(at)) {
                best[department] = Math.max(best[department], scores[at]);
            }
        }
        float bestEntered = (float) IntStream.of(entered)
                .mapToDouble(department -> best[department])
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        int department = 1;
        for (int at = 0; at < scores.length; at++) {
            department +=
                    !historyItems.get(at) && scores[at] >= bestEntered && !departments.share(at, target.item()) ? 1 : 0;
        }
        int amongNew = (int) IntStream.range(0, best.length)
                .filter(other -> best[other] > Float.NEGATIVE_INFINITY
                        && !seen.get(other)
                        && IntStream.of(entered).noneMatch(one -> one == other)
                        && best[other] >= bestEntered)
                .count();
        return new EntryRanks(item, inDepartment, department, 1 + amongNew);
    }
}
