package org.crossaisle.neural.rank;

import java.util.BitSet;
import java.util.List;
import org.crossaisle.Bounds;
import org.crossaisle.RecsException;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.model.Cost;
import org.crossaisle.model.Feasibility;
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
 * <p>Validation chooses the retriever's open settings, the ranker's epochs, the weight of the retriever's score
 * relative to the ranker's, and the calibration of probabilities.
 *
 * @param retriever retrieves the candidates
 * @param candidates number of best candidates to rank, at least 2
 * @param dimension length of the ranker's item vectors
 * @param length number of most recent items to read
 * @param items components of the ranker's item vectors
 * @param ranker orders the candidates
 * @param negatives number of negatives per example
 * @param training schedule of the ranker's training
 * @param chosen weight of the retriever's score, then slope and offset of the calibration; empty: not yet chosen
 */
public record Ranked(
        Trainer retriever,
        int candidates,
        int dimension,
        int length,
        ItemVectors.Settings items,
        RankerSettings ranker,
        int negatives,
        Schedule training,
        List<Double> chosen)
        implements Trainer {
    private static final int MOST_EXAMPLES = 60_000;
    private static final int CHOSEN = 3;

    public Ranked {
        Bounds.atLeast("candidates", candidates, 2);
        Bounds.atLeast("dimension", dimension, 1);
        Bounds.atLeast("length", length, 1);
        Bounds.atLeast("negatives", negatives, 1);
        if (!items.content().isEmpty()) {
            throw new IllegalArgumentException(
                    "items.content is asked for, but a ranker's items have none; give it to the retriever");
        }
        chosen = List.copyOf(chosen);
        if (!chosen.isEmpty() && chosen.size() != CHOSEN) {
            throw new IllegalArgumentException("chosen has " + chosen.size()
                    + " numbers; expected the weight of the retriever, slope and offset, or none");
        }
    }

    /** The default recipe for a retriever and a ranker. */
    public static Ranked of(Trainer retriever, RankerSettings ranker) {
        return new Ranked(
                retriever,
                200,
                32,
                20,
                ItemVectors.Settings.DEFAULTS,
                ranker,
                20,
                new Schedule(1e-3, 100, 256, 15, 2),
                List.of());
    }

    @Override
    public String name() {
        return Rankers.nameOf(ranker);
    }

    @Override
    public Model fit(Dataset data, TrainingRun run) {
        Model found = retriever.fit(data, run.part("retriever"));
        int[] counts = data.itemCounts();
        RankerNetwork network = network(data.catalog(), data.knownItems(), counts, run.seed());
        training(network, found, data, run).fit();
        return ranked(found, network, counts);
    }

    @Override
    public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
        Chosen found = retriever.choose(data, validation, run.part("retriever"));
        RankerValidation held = new RankerValidation(validation, found.model(), candidates, run.seed());
        int[] counts = data.itemCounts();
        RankerNetwork network = network(data.catalog(), data.knownItems(), counts, run.seed());
        RankerTraining ranking = training(network, found.model(), data, run);
        if (held.isEmpty()) {
            ranking.fit();
            Ranked frozen = with(found.frozen(), training.epochs(), chosen);
            return new Chosen(frozen.ranked(found.model(), network, counts), frozen);
        }
        RankerTraining.Chosen best = ranking.choose(held, data.catalog().size());
        Platt platt = held.platt(best.reached());
        Ranked frozen = with(
                found.frozen(),
                Math.max(1, best.epochs()),
                List.of(best.reached().weight(), platt.slope(), platt.offset()));
        return new Chosen(frozen.ranked(found.model(), network, counts), frozen);
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
        Model found = retriever.load(state.part("retriever"), catalog);
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
        return ranked(found, network, counts);
    }

    private RankedModel ranked(Model found, RankerNetwork network, int... counts) {
        return chosen.isEmpty()
                ? new RankedModel(found, network, counts, candidates, 1, new Platt(1, 0))
                : new RankedModel(
                        found, network, counts, candidates, chosen.get(0), new Platt(chosen.get(1), chosen.get(2)));
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

    private Ranked with(Trainer otherRetriever, int epochs, List<Double> otherChosen) {
        return new Ranked(
                otherRetriever,
                candidates,
                dimension,
                length,
                items,
                ranker,
                negatives,
                training.withEpochs(epochs),
                otherChosen);
    }
}
