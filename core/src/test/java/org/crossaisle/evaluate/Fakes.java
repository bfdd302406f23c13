package org.crossaisle.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.dataset.Dataset;
import org.crossaisle.dataset.Target;
import org.crossaisle.evaluate.metric.Answer;
import org.crossaisle.history.History;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.Trainer;
import org.crossaisle.model.TrainingRun;

/** Models and answers of which everything is known. */
public final class Fakes {
    private Fakes() {}

    /** Scores every query alike. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Fixed(float... scores) implements Model {
        @Override
        public int items() {
            return scores.length;
        }

        @Override
        public void score(Query query, float[] into) {
            System.arraycopy(scores, 0, into, 0, scores.length);
        }

        @Override
        public State state() {
            return new State();
        }
    }

    /** Learns nothing, and remembers what it was shown. */
    static final class Remembering implements Trainer {
        final List<Dataset> fitted = new ArrayList<>();
        final List<List<Target>> chosenOn = new ArrayList<>();
        private final Model model;

        Remembering(Model model) {
            this.model = model;
        }

        @Override
        public String name() {
            return "remembering";
        }

        @Override
        public Model fit(Dataset data, TrainingRun run) {
            fitted.add(data);
            return model;
        }

        @Override
        public Chosen choose(Dataset data, List<Target> validation, TrainingRun run) {
            chosenOn.add(validation);
            return new Chosen(fit(data, run), this);
        }

        @Override
        public Model load(State state, Catalog catalog) {
            return model;
        }
    }

    /** Items 0, 1 in A>x; 2, 3 in A>y; 4, 5 in B>z; 6 without a category. */
    public static Catalog catalog() {
        String[] paths = {"A>x", "A>x", "A>y", "A>y", "B>z", "B>z"};
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < paths.length; item++) {
            items.add(Item.of("i" + item, "", paths[item]));
        }
        items.add(Item.of("i6", ""));
        return new Catalog(items);
    }

    public static CategoryLevel level(int level) {
        BitSet all = new BitSet();
        all.set(0, 7);
        return new CategoryLevel(catalog(), level, all, 1);
    }

    /** An answer with a given rank and list, to a user who had these items. */
    public static Answer answer(int[] history, int item, int rank, int... top) {
        History had = History.ofItems(history);
        List<CategoryLevel> levels =
                IntStream.range(0, 2).mapToObj(Fakes::level).toList();
        return new Answer(
                new Target(0, had, item, History.NO_TIME),
                rank,
                Arrays.copyOf(top, top.length),
                new int[] {0, 0},
                levels.stream().map(had::categories).toList());
    }
}
