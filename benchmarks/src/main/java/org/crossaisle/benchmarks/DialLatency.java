package org.crossaisle.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crossaisle.action.Action;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.DatasetBuilder;
import org.crossaisle.history.History;
import org.crossaisle.io.settings.CrossingText;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.crossaisle.recommend.Recommendations;
import org.crossaisle.recommend.Recommender;
import org.crossaisle.recommend.crossing.Crossing;
import org.crossaisle.retrieve.Candidate;
import org.crossaisle.retrieve.Partition;
import org.crossaisle.retrieve.Retriever;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the latency of a list of 50 from 500 precomputed candidates: the cost of scope, share and each re-ranker in
 * addition to scoring. The history has 20 items; 200 categories in 12 departments, three levels; vectors of 64.
 */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DialLatency {
    private static final int ITEMS = 20_000;
    private static final int DIMENSION = 64;
    private static final int COUNT = 50;

    /** Texts of {@link CrossingText}: name=text, separated by blanks. */
    @Param({
        "diversity=none",
        "crossShare=0.3",
        "diversity=calibrated:0.5",
        "diversity=mmr:0.3",
        "diversity=mmr:0.3:vectors",
        "diversity=dpp:0.5",
        "diversity=dpp:0.5:vectors",
        "window=2/5@1",
        "crossShare=calibrated diversity=mmr:0.3 window=2/5@1"
    })
    private String dial = "diversity=none";

    private Recommender recommender;
    private Crossing crossing;
    private Query query;

    /** Item vectors only; nothing is encoded here. */
    private static final class Vectors implements VectorModel {
        private final float[][] vectors = new SplittableRandom(2)
                .ints(ITEMS)
                .mapToObj(seed -> vector(new SplittableRandom(seed)))
                .toArray(float[][]::new);

        private static float[] vector(SplittableRandom random) {
            float[] vector = new float[DIMENSION];
            for (int d = 0; d < DIMENSION; d++) {
                vector[d] = (float) random.nextDouble(-1, 1);
            }
            return vector;
        }

        @Override
        public int items() {
            return ITEMS;
        }

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public void encode(Query query, float[] vector) {
            itemVector(query.history().latest(0), vector);
        }

        @Override
        public void itemVector(int item, float[] vector) {
            System.arraycopy(vectors[item], 0, vector, 0, DIMENSION);
        }

        @Override
        public void score(Query query, float[] scores) {
            throw new UnsupportedOperationException("candidates lie ready");
        }

        @Override
        public State state() {
            return new State();
        }
    }

    /** Returns precomputed candidates. */
    private record Ready(List<Candidate> best) implements Retriever {
        @Override
        public List<Candidate> retrieve(Query query, int size) {
            return best.subList(0, Math.min(size, best.size()));
        }

        @Override
        public Partition retrieve(Query query, int size, IntPredicate matching) {
            List<Candidate> matches = new ArrayList<>();
            List<Candidate> others = new ArrayList<>();
            for (Candidate each : best) {
                List<Candidate> part = matching.test(each.item()) ? matches : others;
                if (part.size() < size) {
                    part.add(each);
                }
            }
            return new Partition(matches, others);
        }
    }

    private static Dataset dataset() {
        List<Item> items = IntStream.range(0, ITEMS)
                .mapToObj(item -> Item.of("i" + item, "", "D" + item % 12 + ">C" + item % 60 + ">L" + item % 240))
                .toList();
        DatasetBuilder builder = new DatasetBuilder(new Catalog(items));
        SplittableRandom random = new SplittableRandom(1);
        for (int user = 0; user < 5_000; user++) {
            builder.startUser();
            for (int event = 0; event < 10; event++) {
                builder.add(random.nextInt(ITEMS), event * 86_400L, Action.PURCHASE);
            }
        }
        return builder.build();
    }

    @Setup
    public void prepare() {
        Dataset data = dataset();
        SplittableRandom random = new SplittableRandom(3);
        List<Candidate> best = random.ints(600, 0, ITEMS)
                .distinct()
                .limit(500)
                .mapToObj(item -> new Candidate(item, (float) random.nextDouble()))
                .sorted()
                .toList();
        recommender = Recommender.of(new Ready(best), Optional.of(new Vectors()), data);
        Map<String, String> texts = new HashMap<>();
        for (String each : dial.split(" ", -1)) {
            texts.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        crossing = new CrossingText(texts)
                .read(data.catalog(), 1, recommender.levels().size());
        int[] history = IntStream.range(0, 20).map(at -> 12 * at).toArray();
        query = Query.of(History.ofItems(history), History.NO_TIME).withCount(COUNT);
    }

    @Benchmark
    public Recommendations list() {
        return recommender.recommend(query, crossing);
    }
}
