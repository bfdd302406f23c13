package org.crossaisle.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.evaluate.TextTable;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Model;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.neural.DeepSequence;
import org.crossaisle.neural.Transfer;
import org.crossaisle.neural.Transfer.Moving;
import org.crossaisle.neural.encode.ItemVectors;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.loss.SampledSoftmax;
import org.crossaisle.neural.predict.Dot;
import org.crossaisle.neural.train.Schedule;

/**
 * Prints how well a model foresees the first purchase in a department that is new to it, after further training on so many events
 * of it, beside the old model and one trained from scratch on the same events: NDCG at 10 among the items of the department, as a mean over seeds with
 * its 95 % interval by Student's t. Seeds draw the events and the trainings.
 */
public final class FewShot {
    private static final int[] EVENTS = {10, 50, 100, 500};
    private static final int TARGETS = 600;
    private static final double[] T = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
    }; // 1 to 9 degrees

    private FewShot() {}

    /**
     * Measures and prints.
     *
     * @param arguments the shop's directory, the department, how many users beside those who crossed into it, epochs of
     *     the old model, how many seeds
     */
    public static void main(String[] arguments) {
        if (arguments.length != 5) {
            throw new IllegalArgumentException(
                    "needed are SHOP DEPARTMENT USERS EPOCHS SEEDS, given are " + Arrays.toString(arguments));
        }
        Shop shop = Shop.open(Path.of(arguments[0]), "");
        FewShotEvents events =
                new FewShotEvents(shop.dataset(), arguments[1], Integer.parseInt(arguments[2]), TARGETS, 1);
        DeepSequence recipe = DeepSequence.of(
                        64,
                        50,
                        ItemVectors.Settings.DEFAULTS,
                        TransformerEncoder.Settings.DEFAULTS,
                        Schedule.DEFAULTS.withEpochs(Integer.parseInt(arguments[3])))
                .with(Dot.DEFAULTS, new SampledSoftmax(512, 0.5, true));
        Model old = recipe.fit(events.old(), TrainingRun.withSeed(1));
        System.out.printf(
                Locale.ROOT,
                "%s, %s held out: %,d old events, %,d held-out users, half of them to choose epochs, half to judge%n",
                shop.name(),
                arguments[1],
                events.old().interactions(),
                events.heldOut().size());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("events", "old", "from scratch", "everything", "items", "new items, adapter", "taken"));
        for (int count : EVENTS) {
            rows.add(row(recipe, old, events, count, Integer.parseInt(arguments[4])));
            System.out.println(rows.get(rows.size() - 1));
        }
        System.out.print(TextTable.of(rows, 1));
    }

    private static List<String> row(DeepSequence recipe, Model old, FewShotEvents events, int count, int seeds) {
        Map<Moving, double[]> reached = new EnumMap<>(Moving.class);
        Map<Moving, Integer> taken = new EnumMap<>(Moving.class);
        double[] before = new double[seeds];
        double[] scratch = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            Dataset few = events.few(count, seed);
            for (Moving moving : Moving.values()) {
                Transfer transfer = new Transfer(
                        recipe, moving, moving == Moving.NEW_ITEMS ? 16 : 0, new Schedule(1e-3, 5, 64, 20, 5));
                Transfer.Outcome outcome = transfer.transfer(old, few, events.heldOut(), TrainingRun.withSeed(seed));
                reached.computeIfAbsent(moving, none -> new double[seeds])[seed] = outcome.transferred();
                taken.merge(moving, outcome.taken() ? 1 : 0, Integer::sum);
                before[seed] = outcome.old();
                scratch[seed] = outcome.scratch();
            }
        }
        List<String> row = new ArrayList<>(List.of(String.valueOf(count), interval(before), interval(scratch)));
        for (Moving moving : Moving.values()) {
            row.add(interval(reached.getOrDefault(moving, new double[seeds])));
        }
        row.add(taken.values() + " of " + seeds);
        return row;
    }

    /** The mean with half of its interval. */
    private static String interval(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        return values.length == 1
                ? String.format(Locale.ROOT, "%.4f", mean)
                : String.format(
                        Locale.ROOT, "%.4f +- %.4f", mean, T[Math.min(T.length, values.length - 1) - 1] * error);
    }
}
