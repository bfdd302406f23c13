package org.crossaisle.model.count;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Query;
import org.crossaisle.model.RankingExamples;
import org.crossaisle.model.Trees;

/**
 * Targets with the candidates of each, for trees to be learnt from and chosen by. Only targets that are among their own candidates
 * are here: no order of the candidates finds the others.
 */
final class TreeExamples {
    private static final int CUTOFF = 10;

    private final int width;
    private final List<Group> groups;

    /** The candidates of one target. */
    private static final class Group {
        private final float[] features; // [size, width]
        private final float[] sums; // [size]
        private final int wanted;

        Group(float[] features, float[] sums, int wanted) {
            this.features = features;
            this.sums = sums;
            this.wanted = wanted;
        }
    }

    private TreeExamples(int width, List<Group> groups) {
        this.width = width;
        this.groups = groups;
    }

    /** Asks the blend for the candidates of each target; the same for any number of threads. */
    static TreeExamples of(
            BlendModel blend, CandidateFeatures features, int candidates, List<Target> targets, Progress progress) {
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
                        all[from + row] = new Group(
                                features.of(queries.get(row), union, head.places(), head.sums()), head.sums(), wanted);
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
        return new TreeExamples(features.width(), found);
    }

    private static int place(BlendUnion union, int[] places, int item) {
        for (int at = 0; at < places.length; at++) {
            if (union.item(places[at]) == item) {
                return at;
            }
        }
        return -1;
    }

    /** How many targets there are. */
    int size() {
        return groups.size();
    }

    /** Every {@code step}-th target, or all others. */
    TreeExamples every(int step, boolean others) {
        List<Group> some = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            if ((at % step == step - 1) != others) {
                some.add(groups.get(at));
            }
        }
        return new TreeExamples(width, some);
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
        return new RankingExamples(width, features, bases, wanted, sizes);
    }

    /** How many of the trees, from the first on, give these targets the greatest NDCG@10; 0 where none improves on the blend. */
    int best(Trees trees) {
        double[] values = new double[trees.size() + 1];
        for (Group group : groups) {
            float[] scores = group.sums.clone();
            values[0] += gain(scores, group.wanted);
            for (int tree = 0; tree < trees.size(); tree++) {
                for (int at = 0; at < scores.length; at++) {
                    scores[at] += trees.value(tree, group.features, at * width);
                }
                values[tree + 1] += gain(scores, group.wanted);
            }
        }
        int best = 0;
        for (int count = 1; count < values.length; count++) {
            best = values[count] > values[best] ? count : best;
        }
        return best;
    }

    private static double gain(float[] scores, int wanted) {
        int rank = 0;
        for (int at = 0; at < scores.length && rank <= CUTOFF; at++) {
            rank += scores[at] >= scores[wanted] ? 1 : 0;
        }
        return rank > CUTOFF ? 0 : Math.log(2) / Math.log(1.0 + rank);
    }
}
