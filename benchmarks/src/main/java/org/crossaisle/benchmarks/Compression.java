package org.crossaisle.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crossaisle.Progress;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.dataset.LeaveOneOut;
import org.crossaisle.dataset.Split;
import org.crossaisle.evaluate.Evaluation;
import org.crossaisle.history.History;
import org.crossaisle.io.recipe.ModelDirectory;
import org.crossaisle.io.recipe.ModelShop;
import org.crossaisle.io.shop.Shop;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;
import org.crossaisle.model.VectorModel;
import org.crossaisle.neural.compress.Int8;
import org.crossaisle.neural.compress.Pruned;
import org.crossaisle.neural.encode.TransformerEncoder;
import org.crossaisle.neural.sequence.DeepSequence;
import org.crossaisle.neural.train.Schedule;
import org.crossaisle.report.TextTable;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.ExactIndex;

/**
 * Trains a Transformer once, compresses it in several ways, and prints for each: the number of non-zero weights, bytes
 * on disk, time to encode a history and to search for ten items, NDCG at 10 on validation, and how many of the ten
 * items the full model also returns.
 */
public final class Compression {
    private static final int COUNT = 10;
    private static final int MOST_QUERIES = 2000;
    private static final int PATIENCE = 3;

    private final Shop shop;
    private final Path shopDirectory;
    private final Split split;
    private final long seed;
    private final List<Query> queries;
    private final List<Set<Integer>> lists = new ArrayList<>(); // the whole model's best, by query
    private final List<List<String>> rows = new ArrayList<>();

    private Compression(Path directory, int users, long seed) {
        shopDirectory = directory;
        shop = Shop.open(directory, "");
        split = new LeaveOneOut().of(evenly(shop.dataset(), users));
        this.seed = seed;
        queries = split.validation().stream()
                .limit(MOST_QUERIES)
                .map(target -> Query.of(target.history(), target.time()).withCount(COUNT))
                .toList();
        rows.add(List.of("model", "not 0", "KiB", "encode us", "search us", "NDCG@10", "same of 10"));
    }

    /**
     * Measures and prints.
     *
     * @param arguments the shop's directory, how many of its users, how many epochs at most, the seed
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException("expected SHOP USERS EPOCHS SEED, found " + Arrays.toString(arguments));
        }
        new Compression(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[3]))
                .run(Integer.parseInt(arguments[2]));
    }

    /** A number of users, spread evenly over all. */
    private static Dataset evenly(Dataset all, int users) {
        DatasetBuilder builder = new DatasetBuilder(all.catalog());
        int step = Math.max(1, all.users() / users);
        for (int user = 0; user < all.users(); user += step) {
            History history = all.history(user);
            builder.startUser();
            for (int at = 0; at < history.size(); at++) {
                builder.add(history.item(at), history.time(at), history.action(at));
            }
        }
        return builder.build();
    }

    private void run(int epochs) throws IOException {
        DeepSequence recipe =
                DeepSequence.of(TransformerEncoder.Settings.DEFAULTS).withEpochs(epochs);
        TrainingRun run = TrainingRun.withSeed(seed);
        Trainer.Chosen whole = recipe.choose(split.fit(), split.validation(), run);
        measure("whole", whole);
        measure("int8, items", rounded(whole, false));
        measure("int8, items and layers", rounded(whole, true));
        Schedule tuning = new Schedule(3e-4, 20, recipe.training().batchSize(), PATIENCE, PATIENCE);
        Map<String, Pruned> prunings = new LinkedHashMap<>();
        // a share too small to remove any weight: shows the effect of further training alone
        prunings.put("whole, trained further", new Pruned(whole.frozen().recipe(), Pruned.Kind.WEIGHTS, 1e-12, tuning));
        for (double share : new double[] {0.5, 0.8}) {
            for (Pruned.Kind kind : Pruned.Kind.values()) {
                prunings.put(kind + " " + share, new Pruned(whole.frozen().recipe(), kind, share, tuning));
            }
        }
        for (Map.Entry<String, Pruned> each : prunings.entrySet()) {
            Trainer.Chosen pruned = each.getValue().prune(whole.model(), split.fit(), split.validation(), run);
            measure(each.getKey(), pruned);
            if (each.getValue().kind() == Pruned.Kind.ROWS) {
                measure(each.getKey() + ", int8", rounded(pruned, true));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s, leave-one-out, on %,d validation targets; seed %d, Java %s, %d processors%n%s%n",
                shop.name(),
                split.validation().size(),
                seed,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                TextTable.of(rows, 1));
    }

    private Trainer.Chosen rounded(Trainer.Chosen chosen, boolean layers) {
        Int8 int8 = new Int8(chosen.frozen().recipe(), layers);
        return new Trainer.Chosen(int8.inInt8(chosen.model(), shop.catalog()), int8);
    }

    private void measure(String name, Trainer.Chosen chosen) throws IOException {
        Model model = chosen.model();
        VectorModel vectors = (VectorModel) model;
        ExactIndex index = new ExactIndex(vectors, shop.catalog());
        boolean first = lists.isEmpty();
        double same = 0;
        for (int at = 0; at < queries.size(); at++) {
            Set<Integer> best = new HashSet<>();
            index.retrieve(queries.get(at), COUNT).stream().map(Candidate::item).forEach(best::add);
            if (first) {
                lists.add(best);
            }
            best.retainAll(lists.get(at));
            same += best.size();
        }
        float[] vector = new float[vectors.dimension()];
        double encode = micros(query -> vectors.encode(query, vector));
        // an empty history is not encoded
        double search = micros(query -> index.retrieve(query.withHistory(History.EMPTY), COUNT));
        double ndcg = new Evaluation(
                        shop.name(), split, Evaluation.defaultLevels(shop.catalog()), true, Progress.SILENT)
                .onValidation(chosen)
                .metric("all", "ndcg@10");
        rows.add(List.of(
                name,
                String.format(Locale.ROOT, "%,d", notZero(model.state())),
                String.format(Locale.ROOT, "%,d", bytes(chosen) >> 10),
                String.format(Locale.ROOT, "%.0f", encode),
                String.format(Locale.ROOT, "%.0f", search),
                String.format(Locale.ROOT, "%.5f", ndcg),
                String.format(Locale.ROOT, "%.2f", same / queries.size())));
        System.out.println(rows.get(rows.size() - 1));
    }

    /**
     * The 10th percentile of the call times after a warm-up round, which is least affected by other load on the
     * machine.
     */
    private double micros(Consumer<Query> asked) {
        queries.forEach(asked);
        return queries.stream()
                .mapToDouble(query -> {
                    long start = System.nanoTime();
                    asked.accept(query);
                    return (System.nanoTime() - start) / 1e3;
                })
                .sorted()
                .skip(queries.size() / 10)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static long notZero(State state) {
        long count = 0;
        for (State.Block block : state.blocks().values()) {
            if (block instanceof State.Floats floats) {
                for (float[] row : floats.rows()) {
                    for (float value : row) {
                        count += value != 0 ? 1 : 0;
                    }
                }
            } else if (block instanceof State.Bytes bytes) {
                for (byte value : bytes.values()) {
                    count += value != 0 ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** Of the weights in a model directory. */
    private long bytes(Trainer.Chosen chosen) throws IOException {
        Path directory = Files.createTempDirectory("compression");
        Path model = directory.resolve("model");
        ModelDirectory.write(
                model,
                chosen.frozen(),
                chosen.model(),
                shop.catalog(),
                Map.of(),
                new ModelShop(shopDirectory, "", Map.of()),
                seed,
                Instant.EPOCH);
        long size = Files.size(model.resolve("weights.safetensors"));
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(model);
        Files.delete(directory);
        return size;
    }
}
