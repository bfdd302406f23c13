package org.crossaisle.audience;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crossaisle.Bounds;
import org.crossaisle.Progress;
import org.crossaisle.RecsException;
import org.crossaisle.affinity.CategoryGraph;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryPath;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.model.linear.LogisticRegression;

/**
 * Finds the customers who are most likely to come to a category within some days.
 *
 * <p>A {@link LogisticRegression} is trained on the {@link Signals} at up to three earlier times, each followed by a
 * window of as many days in which customers came or did not. The graph used by the signals is counted before the first
 * of these times. The check does the same one window earlier and compares its predictions with the last window. For one
 * thread.
 */
public final class AudienceFinder {
    private static final int WINDOWS = 3;
    private static final int LEAST_CAME = 20;
    private static final double RIDGE = 1e-4;

    private final Dataset data;
    private final AudienceSettings settings;
    private final Progress progress;

    /**
     * A finder on the whole data.
     *
     * @throws RecsException DATA_INSUFFICIENT when some event has no time
     */
    public AudienceFinder(Dataset data, AudienceSettings settings, Progress progress) {
        if (!data.hasTimes()) {
            throw new RecsException(
                    RecsException.Code.DATA_INSUFFICIENT,
                    "finding an audience needs the time of every event, and some events have none; import the shop with"
                            + " times");
        }
        this.data = data;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * The audience of a category.
     *
     * @param size the maximum number of customers, at least 1
     * @throws RecsException SETTING_INVALID when there is no such category; DATA_INSUFFICIENT when too few customers
     *     came to it to learn from, or the data cover too few days
     */
    public Audience find(CategoryPath path, int size) {
        Bounds.atLeast("size", size, 1);
        try (Progress.Task task = progress.start("Finding the audience", 2, "fits")) {
            long end = data.latestTime() + 1;
            long window = (long) (settings.days() * Signals.DAY);
            Fitted earlier = new Fitted(path, end - window);
            AudienceCheck check = earlier.check(end - window, end, size);
            task.reached(1);
            Fitted latest = new Fitted(path, end);
            task.reached(2);
            return latest.audience(path, end, size, check);
        }
    }

    /** The model learnt from data before a given time. */
    private final class Fitted {
        private final Visits visits;
        private final Signals signals;
        private final double[] weights;

        Fitted(CategoryPath path, long until) {
            long window = (long) (settings.days() * Signals.DAY);
            long first = until - WINDOWS * window;
            CategoryGraph graph = graph(before(first), before(until).knownItems(), path);
            int category = graph.category(path).orElseThrow();
            visits = new Visits(data, category);
            signals = new Signals(data, graph, visits, category, settings.days());
            List<double[]> examples = new ArrayList<>();
            List<Boolean> came = new ArrayList<>();
            for (long moment = first; moment < until; moment += window) {
                for (int user : eligible(moment)) {
                    examples.add(signals.of(user, moment));
                    came.add(visits.came(user, moment, moment + window));
                }
            }
            long positive = came.stream().filter(each -> each).count();
            if (positive < LEAST_CAME) {
                throw new RecsException(
                        RecsException.Code.DATA_INSUFFICIENT,
                        String.format(
                                Locale.ROOT,
                                "only %d customers came to %s in %d windows of %d days, at least %d are needed to learn from; try a"
                                        + " parent category or more days",
                                positive,
                                path,
                                WINDOWS,
                                settings.days(),
                                LEAST_CAME));
            }
            weights = LogisticRegression.fit(
                    examples.size(),
                    examples::get,
                    at -> came.get(at) ? 1 : 0,
                    RIDGE,
                    new double[examples.get(0).length]);
        }

        /** Users with an event before the given time who did not come recently. */
        private List<Integer> eligible(long moment) {
            long late = moment - (long) (settings.excludeDays() * Signals.DAY);
            return IntStream.range(0, data.users())
                    .filter(user -> visits.before(user, moment) > 0 && !visits.came(user, late, moment))
                    .boxed()
                    .toList();
        }

        AudienceCheck check(long from, long to, int size) {
            List<Integer> users = eligible(from);
            double[] predicted = new double[users.size()];
            double[] activity = new double[users.size()];
            boolean[] came = new boolean[users.size()];
            for (int at = 0; at < predicted.length; at++) {
                predicted[at] = LogisticRegression.probability(weights, signals.of(users.get(at), from));
                activity[at] = signals.activity(users.get(at), from);
                came[at] = visits.came(users.get(at), from, to);
            }
            return AudienceCheck.of(predicted, activity, came, size, settings.seed());
        }

        Audience audience(CategoryPath path, long now, int size, AudienceCheck check) {
            List<Audience.Member> all = eligible(now).stream()
                    .map(user -> new Audience.Member(
                            user, LogisticRegression.probability(weights, signals.of(user, now)), false))
                    .sorted(Comparator.comparingDouble((Audience.Member member) -> -member.probability())
                            .thenComparing(Audience.Member::user))
                    .toList();
            List<Audience.Member> members = withControl(all.subList(0, Math.min(size, all.size())));
            double mean = all.stream()
                    .mapToDouble(Audience.Member::probability)
                    .average()
                    .orElse(0);
            return new Audience(
                    path,
                    settings.days(),
                    members,
                    all.size(),
                    members.stream().mapToDouble(Audience.Member::probability).sum(),
                    mean * members.size(),
                    check);
        }
    }

    private List<Audience.Member> withControl(List<Audience.Member> members) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int count = (int) Math.round(settings.control() * members.size());
        Set<Integer> control = new HashSet<>();
        while (control.size() < count) {
            control.add(random.nextInt(members.size()));
        }
        return IntStream.range(0, members.size())
                .mapToObj(at -> new Audience.Member(
                        members.get(at).user(), members.get(at).probability(), control.contains(at)))
                .toList();
    }

    private Dataset before(long moment) {
        int[] kept = new int[data.users()];
        for (int user = 0; user < kept.length; user++) {
            int count = 0;
            while (count < data.history(user).size() && data.history(user).time(count) < moment) {
                count++;
            }
            kept[user] = count;
        }
        return data.firstOfEach(kept);
    }

    private CategoryGraph graph(Dataset before, BitSet known, CategoryPath path) {
        CategoryLevel level = new CategoryLevel(data.catalog(), path.depth() - 1, known, CategoryLevel.MINIMUM_ITEMS);
        CategoryGraph graph = CategoryGraph.of(before, level, progress);
        if (graph.category(path).isEmpty()) {
            throw new RecsException(RecsException.Code.SETTING_INVALID, graph.unknown(path));
        }
        return graph;
    }
}
