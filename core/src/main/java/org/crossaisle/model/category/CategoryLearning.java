package org.crossaisle.model.category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Target;
import org.crossaisle.metric.Ndcg;
import org.crossaisle.metric.TargetRank;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * Learns the open settings of {@link CrossCategory} from validation targets. To be called by one thread; it uses
 * others.
 */
final class CategoryLearning {
    private static final int MOST_TARGETS = 6_000;
    private static final int TARGETS_FOR_TEMPERATURE = 1_000;
    private static final int FLOATS_OF_FEATURES = 1 << 26;
    private static final int BATCH = 128;
    private static final Ndcg NDCG = new Ndcg(10);
    private static final double SURE = 2; // standard errors
    private static final double[] TEMPERATURES = {1.0 / 16, 1.0 / 8, 0.18, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 4, 8};
    private static final double[] OF_CATEGORY = {0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1};
    private static final double[] OF_OPENING = {0, 0.25, 0.5, 1, 2, 3, 5};

    private final Model items;
    private final CategoryFeatures features;
    private final BaseCategoryPredictions basePredictions;
    private final List<Target> targets;
    private final Progress progress;

    CategoryLearning(Model items, CategoryFeatures features, List<Target> validation, Progress progress) {
        this.items = items;
        this.features = features;
        basePredictions = BaseCategoryPredictions.in(items, features.categoryNumbers());
        this.progress = progress;
        List<Target> usable = validation.stream()
                .filter(target -> !target.history().contains(target.item()))
                .filter(target -> features.categoryNumbers().of(target.item()).length > 0)
                .toList();
        int most = Math.min(
                MOST_TARGETS,
                FLOATS_OF_FEATURES
                        / features.count()
                        / Math.max(1, features.categoryNumbers().size()));
        targets = drawn(usable, most);
    }

    /** At most this many targets, spread evenly. */
    private static List<Target> drawn(List<Target> from, int most) {
        int step = Math.max(1, (from.size() + most - 1) / Math.max(1, most));
        return IntStream.range(0, (from.size() + step - 1) / step)
                .mapToObj(at -> from.get(at * step))
                .toList();
    }

    /** The temperature at which a softmax over all items gives the targets the highest likelihood. */
    double temperature() {
        List<Target> some = drawn(targets, TARGETS_FOR_TEMPERATURE);
        double[][] likelihoods = new double[some.size()][];
        each("Learning the temperature", some, (scores, told, at) -> {
            int item = some.get(at).item();
            likelihoods[at] = Arrays.stream(TEMPERATURES)
                    .map(temperature -> logShare(scores, item, temperature))
                    .toArray();
        });
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < TEMPERATURES.length; at++) {
            double sum = 0;
            for (double[] ofTarget : likelihoods) {
                sum += ofTarget[at];
            }
            best = sum > most ? at : best;
            most = Math.max(most, sum);
        }
        return TEMPERATURES[best];
    }

    private static double logShare(float[] scores, int item, double temperature) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double total = 0;
        for (float score : scores) {
            total += Math.exp((score - most) / temperature);
        }
        return (scores[item] - most) / temperature - Math.log(total);
    }

    /** The feature weights that maximise the likelihood of the targets' categories. */
    List<Double> weights(double temperature) {
        CategoryNumbers categoryNumbers = features.categoryNumbers();
        ConditionalLogit.Example[] examples = new ConditionalLogit.Example[targets.size()];
        each("Looking at categories", targets, (scores, told, at) -> {
            Target target = targets.get(at);
            float[] values = new float[categoryNumbers.size() * features.count()];
            features.of(
                    Query.of(target.history(), target.time()),
                    NextCategory.marginal(scores, categoryNumbers, temperature),
                    told,
                    values);
            examples[at] = new ConditionalLogit.Example(values, categoryNumbers.of(target.item()));
        });
        try (Progress.Task task = progress.start("Learning which category comes next", targets.size(), "targets")) {
            double[] learnt = ConditionalLogit.learn(List.of(examples), new double[features.count()]);
            task.note(String.format(
                    Locale.ROOT,
                    "%.3f nats by all features, %.3f by those of no model",
                    -ConditionalLogit.likelihood(List.of(examples), learnt),
                    Math.log(Math.max(1, categoryNumbers.size()))));
            task.reached(targets.size());
            List<Double> rounded = new ArrayList<>();
            for (double weight : learnt) {
                rounded.add(Double.parseDouble(String.format(Locale.ROOT, "%.5f", weight)));
            }
            return rounded;
        }
    }

    /** The b1 and b2 that maximise J. */
    List<Double> pull(NextCategory next, double temperature, double loss) {
        List<CrossedModel.Pull> pulls = new ArrayList<>();
        for (double category : OF_CATEGORY) {
            for (double opening : OF_OPENING) {
                pulls.add(new CrossedModel.Pull(category, opening));
            }
        }
        double[][] gains = new double[targets.size()][pulls.size()];
        each("Learning how far categories move items", targets, (scores, told, at) -> {
            Target target = targets.get(at);
            float[] probabilities = new float[features.categoryNumbers().size()];
            next.probabilities(Query.of(target.history(), target.time()), scores, told, probabilities);
            BitSet seen = features.categoryNumbers().seen(target.history());
            for (int pull = 0; pull < pulls.size(); pull++) {
                float[] moves = CrossedModel.moves(probabilities, seen, pulls.get(pull));
                gains[at][pull] = gain(target, scores, moves, (float) temperature);
            }
        });
        return best(pulls, gains, loss);
    }

    /**
     * The pull that maximises J, or none if the gain over no pull is below two standard errors, since a grid search
     * always finds something in noise.
     */
    private List<Double> best(List<CrossedModel.Pull> pulls, double[][] gains, double loss) {
        boolean[] crosses = new boolean[gains.length];
        double all = 0; // without pull, which is the first
        double across = 0;
        for (int at = 0; at < gains.length; at++) {
            Target target = targets.get(at);
            crosses[at] = !target.history().isEmpty()
                    && features.categoryNumbers()
                            .level()
                            .isNew(
                                    target.item(),
                                    target.history()
                                            .categories(
                                                    features.categoryNumbers().level()));
            all += gains[at][0];
            across += crosses[at] ? gains[at][0] : 0;
        }
        Gained most = new Gained(0, 0, 0, 0);
        for (int pull = 1; pull < pulls.size() && all > 0; pull++) {
            Gained gained = gained(gains, crosses, pull, all, across);
            if (gained.all >= -loss && gained.j > most.j) {
                most = gained;
            }
        }
        if (most.j < SURE * most.deviation) {
            most = new Gained(0, 0, 0, 0);
        }
        try (Progress.Task task = progress.start("Crossing", -1, "settings")) {
            task.note(String.format(
                    Locale.ROOT,
                    "b1 = %.2f, b2 = %.2f: NDCG@10 %+.1f %% on all targets, J %+.3f",
                    pulls.get(most.pull).category(),
                    pulls.get(most.pull).opening(),
                    100 * most.all,
                    most.j));
        }
        return List.of(pulls.get(most.pull).category(), pulls.get(most.pull).opening());
    }

    /**
     * The gain of a pull over none.
     *
     * @param all the relative NDCG@10 on all targets
     * @param j the gain in J
     * @param deviation the standard error of the gain in J, over targets
     */
    private record Gained(int pull, double all, double j, double deviation) {}

    private static Gained gained(double[][] gains, boolean[] crosses, int pull, double all, double across) {
        double sum = 0;
        double squares = 0;
        double ofAll = 0;
        for (int at = 0; at < gains.length; at++) {
            double gain = gains[at][pull] - gains[at][0];
            double weighted = gain * (0.5 / all + (crosses[at] && across > 0 ? 0.5 / across : 0));
            ofAll += gain / all;
            sum += weighted;
            squares += weighted * weighted;
        }
        double variance = squares - sum * sum / gains.length; // of the sum
        return new Gained(pull, ofAll, sum, Math.sqrt(Math.max(0, variance)));
    }

    /** NDCG@10 of the target among all items but those of the history. */
    private double gain(Target target, float[] scores, float[] moves, float temperature) {
        CategoryNumbers categoryNumbers = features.categoryNumbers();
        BitSet hidden = target.history().items();
        return NDCG.atRank(TargetRank.of(
                scores.length,
                item -> scores[item] + temperature * CrossedModel.most(categoryNumbers.of(item), moves),
                target.item(),
                hidden::get,
                NDCG.cutoff()));
    }

    /** Receives the scores and predictions for one target. */
    private interface Taker {
        /**
         * @param scores of all items: [items]
         * @param told the category predictions: [categories]
         * @param at the index of the target
         */
        void take(float[] scores, float[] told, int at);
    }

    /** Passes on the scores and predictions for each target, on many threads. */
    private void each(String what, List<Target> asked, Taker taker) {
        int size = Math.min(BATCH, Math.max(1, asked.size()));
        float[][] scores = new float[size][items.items()];
        try (Progress.Task task = progress.start(what, asked.size(), "targets")) {
            for (int from = 0; from < asked.size(); from += size) {
                List<Target> some = asked.subList(from, Math.min(asked.size(), from + size));
                int first = from;
                List<Query> queries = some.stream()
                        .map(target -> Query.of(target.history(), target.time()))
                        .toList();
                items.score(queries, Arrays.copyOf(scores, some.size()));
                float[][] told = basePredictions.of(queries);
                IntStream.range(0, some.size())
                        .parallel()
                        .forEach(row -> taker.take(scores[row], told[row], first + row));
                task.reached(from + some.size());
            }
        }
    }
}
