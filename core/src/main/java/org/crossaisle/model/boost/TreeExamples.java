package org.crossaisle.model.boost;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Query;
import org.crossaisle.model.blend.BlendModel;
import org.crossaisle.model.blend.BlendUnion;
import org.crossaisle.model.blend.HeadOfBlend;

/**
 * Targets with their candidates, for learning and choosing trees. Targets that are not among their own candidates are
 * excluded, since no order of the candidates finds them.
 */
final class TreeExamples {
    private static final int CUTOFF = 10;

    private final int width;
    private final double more; // the extra weight of a crossing target, added to 1
    private final List<Group> groups;

    /** The candidates of one target. */
    private static final class Group {
        private final float[] features; // [size, width]
        private final float[] sums; // [size]
        private final int wanted;
        private final boolean crosses;

        Group(float[] features, float[] sums, int wanted, boolean crosses) {
            this.features = features;
            this.sums = sums;
            this.wanted = wanted;
            this.crosses = crosses;
        }
    }

    private TreeExamples(int width, double more, List<Group> groups) {
        this.width = width;
        this.more = more;
        this.groups = groups;
    }

    /**
     * Gets the candidates of each target from the blend; the result does not depend on the number of threads.
     *
     * @param emphasis the extra weight of crossing targets, where 1 corresponds to J
     */
    static TreeExamples of(
            BlendModel blend,
            CandidateFeatures features,
            int candidates,
            double emphasis,
            List<Target> targets,
            Progress progress) {
        Group[] all = new Group[targets.size()];
        int batch = BlendUnion.batch(blend.asked());
        try (Progress.Task task = progress.start("Looking at candidates", all.length, "targets")) {
            int[] done = {0};
            IntStream.range(0, (all.length + batch - 1) / batch).parallel().forEach(number -> {
                int from = number * batch;
                int to = Math.min(all.length, from + batch);
                List<Query> queries = targets.subList(from, to).stream()
                        .map(target -> Query.of(target.history(), target.time()))
                        .toList();
                BlendUnion union = blend.union();
                union.score(queries);
                for (int row = 0; row < queries.size(); row++) {
                    union.select(row, queries.get(row));
                    HeadOfBlend head = new HeadOfBlend(union, blend.weights(), candidates);
                    int wanted =
                            place(union, head.places(), targets.get(from + row).item());
                    if (wanted >= 0) {
                        Target target = targets.get(from + row);
                        BitSet seen = features.crossed().seen(target.history());
                        all[from + row] = new Group(
                                features.of(queries.get(row), union, head.places(), head.sums()),
                                head.sums(),
                                wanted,
                                !target.history().isEmpty()
                                        && features.crossed().isNew(target.item(), seen));
                    }
                }
                synchronized (done) {
                    done[0] += to - from;
                    task.reached(done[0]);
                }
            });
        }
        List<Group> found = new ArrayList<>();
        for (Group group : all) {
            if (group != null) {
                found.add(group);
            }
        }
        return new TreeExamples(features.width(), emphasis * ratio(found), found);
    }

    private static int place(BlendUnion union, int[] places, int item) {
        for (int at = 0; at < places.length; at++) {
            if (union.item(places[at]) == item) {
                return at;
            }
        }
        return -1;
    }

    /** The number of targets. */
    int size() {
        return groups.size();
    }

    /** Every {@code folds}-th target starting at the fold's number, or all others. */
    TreeExamples fold(int fold, int folds, boolean others) {
        List<Group> some = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            if ((at % folds == fold) != others) {
                some.add(groups.get(at));
            }
        }
        return new TreeExamples(width, more, some);
    }

    /**
     * The ratio of the blend's NDCG on all targets to that on targets across categories, both summed over all
     * candidates, since such a sum is never 0; 0 when no target crosses.
     */
    private static double ratio(List<Group> groups) {
        double all = 0;
        double across = 0;
        for (Group group : groups) {
            double gain = gain(group.sums, group.wanted, group.sums.length);
            all += gain;
            across += group.crosses ? gain : 0;
        }
        return across > 0 ? all / across : 0;
    }

    /**
     * The weight of each target: [targets]. At an emphasis of 1 it is the weight in J, the mean of NDCG on all targets
     * and on those across categories, each divided by that of the blend. All weights are equal when no target crosses.
     * They sum to the number of targets.
     */
    private float[] weights() {
        double sum = 0;
        for (Group group : groups) {
            sum += group.crosses ? 1 + more : 1;
        }
        float[] weights = new float[groups.size()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) ((groups.get(at).crosses ? 1 + more : 1) * weights.length / sum);
        }
        return weights;
    }

    RankingExamples toRank() {
        int[] sizes = groups.stream().mapToInt(group -> group.sums.length).toArray();
        int rows = IntStream.of(sizes).reduce(0, Math::addExact);
        float[] features = new float[Math.multiplyExact(rows, width)];
        float[] bases = new float[rows];
        float[] wanted = new float[rows];
        int row = 0;
        for (Group group : groups) {
            System.arraycopy(group.features, 0, features, row * width, group.features.length);
            System.arraycopy(group.sums, 0, bases, row, group.sums.length);
            wanted[row + group.wanted] = 1;
            row += group.sums.length;
        }
        return new RankingExamples(width, features, bases, wanted, sizes, weights());
    }

    /**
     * Adds the weighted NDCG@10 of these targets for each number of leading trees.
     *
     * @param values by the number of trees, from 0
     */
    void add(double[] values, Trees trees) {
        float[] weights = weights();
        for (int target = 0; target < weights.length; target++) {
            Group group = groups.get(target);
            float[] scores = group.sums.clone();
            double value = weights[target] * gain(scores, group.wanted, CUTOFF);
            values[0] += value;
            for (int count = 1; count < values.length; count++) {
                if (count <= trees.size()) {
                    for (int at = 0; at < scores.length; at++) {
                        scores[at] += trees.value(count - 1, group.features, at * width);
                    }
                    value = weights[target] * gain(scores, group.wanted, CUTOFF);
                }
                values[count] += value;
            }
        }
    }

    /** NDCG of the relevant candidate. */
    private static double gain(float[] scores, int wanted, int cutoff) {
        return new Ndcg(cutoff).atRank(TargetRank.of(scores, wanted, any -> false, cutoff));
    }
}
