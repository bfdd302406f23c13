package org.crossaisle.neural.rank;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.Help;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
import org.crossaisle.model.Fitted;
import org.crossaisle.model.Frozen;
import org.crossaisle.model.Model;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.item.ItemVectors;
import org.crossaisle.neural.layer.LayerNorm;
import org.crossaisle.neural.layer.Parameters;
import org.crossaisle.neural.tensor.Values;
import org.crossaisle.neural.train.Schedule;

/**
 * A two-stage recipe: another recipe retrieves candidates, and a ranker orders them.
 *
 * <p>Validation chooses the retriever's open settings and the ranker's epochs. The weight of the retriever's score
 * relative to the ranker's and the calibration of probabilities are learnt there, and are {@link Fitted}.
 *
 * @param retriever retrieves the candidates
 * @param candidates number of best candidates to rank, at least 2
 * @param dimension length of the ranker's item vectors
 * @param length number of most recent items to read
 * @param items components of the ranker's item vectors
 * @param ranker orders the candidates
 * @param negatives number of negatives per example
 * @param training schedule of the ranker's training
 */
public record Ranked(
        @Help("The recipe that retrieves the candidates.") Trainer retriever,

        @Help("Best candidates that are ranked, at least 2.")
        int candidates,

        @Help("Length of the ranker's item vectors, at least 1.")
        int dimension,

        @Help("Most recent items of a history that are read, at least 1.")
        int length,

        ItemVectors.Settings items,
        RankerSettings ranker,

        @Help("Candidates drawn as negatives for each example, at least 1.")
        int negatives,

        Schedule training)
        implements Trainer {
    private static final int MOST_EXAMPLES = 60_000;
    private static final String RETRIEVER = "retriever";
    private static final String WEIGHT = "retrieverWeight";
    private static final String CALIBRATION = "calibration"; // slope and offset

    public Ranked {
        Bounds.atLeast("candidates", candidates, 2);
        Bounds.atLeast("dimension", dimension, 1);
        Bounds.atLeast("length", length, 1);
        Bounds.atLeast("negatives", negatives, 1);
        if (!items.content().isEmpty()) {
            throw new IllegalArgumentException(
                    "items.content is set, but a ranker's items have no content; set it for the retriever");
        }
    }

    /** The default recipe for a retriever and a ranker. */
    public static Ranked of(Trainer retriever, RankerSettings ranker) {
        return new Ranked(
                retriever, 200, 32, 20, ItemVectors.Settings.DEFAULTS, ranker, 20, new Schedule(1e-3, 100, 256, 15, 2));
    }

    @Override
    public String name() {
        return Rankers.nameOf(ranker);
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        return fit(data, Fitted.NONE, run);
    }

    @Override
    public Model fit(Dataset data, Fitted fitted, TrainingRun run) {
        Model found = retriever.fit(data, fitted.part(RETRIEVER), run.part(RETRIEVER));
        int[] counts = data.itemCounts();
        RankerNetwork network = network(data.catalog(), data.knownItems(), counts, run.seed());
        training(network, found, data, run).fit();
        return ranked(found, fitted, network, counts);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        Chosen found = retriever.choose(data, validation, run.part(RETRIEVER));
        Fitted fitted = Fitted.NONE.withPart(RETRIEVER, found.frozen().fitted());
        RankerValidation held = new RankerValidation(validation, found.model(), candidates, run.seed());
        int[] counts = data.itemCounts();
        RankerNetwork network = network(data.catalog(), data.knownItems(), counts, run.seed());
        RankerTraining ranking = training(network, found.model(), data, run);
        int epochs = training.epochs();
        if (held.isEmpty()) {
            ranking.fit();
        } else {
            RankerTraining.Chosen best = ranking.choose(held, data.catalog().size());
            Platt platt = held.platt(best.reached());
            epochs = Math.max(1, best.epochs());
            fitted = fitted.with(WEIGHT, List.of(best.reached().weight()))
                    .with(CALIBRATION, List.of(platt.slope(), platt.offset()));
        }
        Ranked settled = with(found.frozen().recipe(), epochs);
        return new Chosen(settled.ranked(found.model(), fitted, network, counts), new Frozen(settled, fitted));
    }

    @Override
    public Feasibility feasibility(Dataset data) {
        return retriever.feasibility(data);
    }

    @Override
    public Cost cost(Dataset data) {
        Cost found = retriever.cost(data);
        long items = ItemVectors.parameters(this.items, dimension, data.catalog(), data.knownItems());
        Parameters parameters = new Parameters(0);
        ranker.ranker(parameters.of("ranker"), new RankerSettings.Size(dimension, ListFeatures.COUNT));
        long own = parameters.all().values().stream()
                .mapToLong(each -> each.numel())
                .sum();
        double examples = Math.min(MOST_EXAMPLES, (double) data.interactions());
        double pairs = examples * training.epochs() * (1 + negatives) * length * dimension;
        return found.plus(new Cost(
                items + own,
                (long) (examples * 1000),
                (400L << 20) + 28 * (items + own),
                6.0 * pairs * 32,
                40.0 * pairs));
    }

    @Override
    public Model load(State state, Catalog catalog) {
        return load(state, Fitted.NONE, catalog);
    }

    @Override
    public Model load(State state, Fitted fitted, Catalog catalog) {
        Model found = retriever.load(state.part(RETRIEVER), fitted.part(RETRIEVER), catalog);
        int[] numbers = state.ints("known");
        BitSet known = new BitSet();
        for (int item : numbers) {
            known.set(item);
        }
        int[] counts = state.ints("counts");
        RankerNetwork network = network(catalog, known, counts, 0);
        network.parameters().all().forEach((name, tensor) -> {
            float[] values = state.floats(name);
            if (values.length != tensor.numel()) {
                throw new RecsException(
                        RecsException.Code.ARTIFACT_UNREADABLE,
                        "the ranker's " + name + " has " + values.length
                                + " values, this catalog and these settings need " + tensor.numel());
            }
            Values.fill(tensor, values);
        });
        return ranked(found, fitted, network, counts);
    }

    private RankedModel ranked(Model found, Fitted fitted, RankerNetwork network, int... counts) {
        double weight = fitted.numbers(WEIGHT, 1).map(numbers -> numbers.get(0)).orElse(1.0);
        Platt platt = fitted.numbers(CALIBRATION, 2)
                .map(numbers -> new Platt(numbers.get(0), numbers.get(1)))
                .orElse(new Platt(1, 0));
        return new RankedModel(found, network, counts, candidates, weight, platt);
    }

    private RankerTraining training(RankerNetwork network, Model found, Dataset data, TrainingRun run) {
        return new RankerTraining(
                network, new RankerExamples(data, found, MOST_EXAMPLES, run), training, negatives, run);
    }

    private RankerNetwork network(Catalog catalog, BitSet known, int[] counts, long seed) {
        Parameters parameters = new Parameters(seed);
        return new RankerNetwork(
                parameters,
                new ItemVectors(parameters.of("items"), items, dimension, catalog, known, List.of()),
                new LayerNorm(parameters.of("norm"), dimension),
                ranker.ranker(parameters.of("ranker"), new RankerSettings.Size(dimension, ListFeatures.COUNT)),
                new ListFeatures(catalog, known, counts),
                length);
    }

    private Ranked with(Trainer otherRetriever, int epochs) {
        return new Ranked(
                otherRetriever, candidates, dimension, length, items, ranker, negatives, training.withEpochs(epochs));
    }
}
