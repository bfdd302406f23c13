package org.crossaisle.model.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryChanges;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.Item;
import org.crossaisle.history.History;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.State;
import org.crossaisle.model.VectorModel;
import org.junit.jupiter.api.Test;

class CurrentCategoriesTest {
    /** An item in each. */
    private static Catalog of(String... categories) {
        return new Catalog(IntStream.range(0, categories.length)
                .mapToObj(item -> categories[item].isEmpty()
                        ? Item.of("i" + item, "")
                        : Item.of("i" + item, "", categories[item]))
                .toList());
    }

    /** Foresees the category of each item with these probabilities, whatever was done. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Told(CategoryLevel level, int[] categories, float... told) implements CategoryModel {
        @Override
        public void categories(Query query, float[] probabilities) {
            System.arraycopy(told, 0, probabilities, 0, told.length);
        }

        @Override
        public int items() {
            return told.length;
        }

        @Override
        public void score(Query query, float[] scores) {
            System.arraycopy(told, 0, scores, 0, told.length);
        }

        @Override
        public State state() {
            return new State().put("told", told);
        }
    }

    private final Catalog before = of("A>x", "A>y", "B>z", "B>w");

    /** The same with the vector (item, 1) for each item. */
    private record ToldWithVectors(Told of) implements CategoryModel, VectorModel {
        @Override
        public CategoryLevel level() {
            return of.level;
        }

        @Override
        public int[] categories() {
            return of.categories;
        }

        @Override
        public void categories(Query query, float[] probabilities) {
            of.categories(query, probabilities);
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void encode(Query query, float[] vector) {
            vector[0] = query.history().size();
            vector[1] = 2;
        }

        @Override
        public void itemVector(int item, float[] vector) {
            vector[0] = item;
            vector[1] = 1;
        }

        @Override
        public int items() {
            return of.items();
        }

        @Override
        public void score(Query query, float[] scores) {
            of.score(query, scores);
        }

        @Override
        public State state() {
            return of.state();
        }
    }

    private CurrentCategories model(Catalog now) {
        return (CurrentCategories) CurrentCategories.of(told(), CategoryChanges.between(before, now), now);
    }

    private Told told() {
        BitSet known = new BitSet();
        known.set(0, 4);
        CategoryLevel level = new CategoryLevel(before, 1, known, 1);
        int[] categories =
                IntStream.range(0, 4).map(item -> level.of(item)[0]).sorted().toArray();
        return new Told(level, categories, 0.4f, 0.3f, 0.2f, 0.1f);
    }

    private static float[] told(CategoryModel model) {
        float[] told = new float[model.categories().length];
        Arrays.fill(told, Float.NaN);
        model.categories(Query.of(History.EMPTY, History.NO_TIME), told);
        return told;
    }

    private static List<String> names(CategoryModel model) {
        return IntStream.of(model.categories())
                .mapToObj(category -> model.level().path(category).toString())
                .toList();
    }

    @Test
    void renamedAndMergedCategories_haveTheProbabilitiesOfWhatTheyStandFor() {
        CurrentCategories model = model(of("A>new", "A>y", "B>z", "A>y"));
        assertThat(names(model)).containsExactly("A>new", "A>y", "B>z");
        assertThat(told(model)).containsExactly(new float[] {0.4f, 0.4f, 0.2f}, within(1e-6f));
        assertThat(model.level().of(0)).containsExactly(model.categories()[0]);
    }

    @Test
    void severalQueries_areToldAsEachAlone() {
        CurrentCategories model = model(of("A>new", "A>y", "B>z", "A>y"));
        Query query = Query.of(History.EMPTY, History.NO_TIME);
        float[][] told = new float[2][model.categories().length];
        model.categories(List.of(query, query), told);
        assertThat(told).isDeepEqualTo(new float[][] {told(model), told(model)});
    }

    @Test
    void modelWithVectors_keepsThem() {
        Catalog now = of("A>new", "A>y", "B>z", "A>y");
        CurrentCategories model = (CurrentCategories)
                CurrentCategories.of(new ToldWithVectors(told()), CategoryChanges.between(before, now), now);
        assertThat(told(model)).containsExactly(new float[] {0.4f, 0.4f, 0.2f}, within(1e-6f));
        float[][] vectors = new float[2][2];
        assertThat(model.as(VectorModel.class)).hasValueSatisfying(kept -> {
            kept.itemVector(3, vectors[0]);
            kept.encode(Query.of(History.EMPTY, History.NO_TIME), vectors[1]);
        });
        assertThat(vectors).isDeepEqualTo(new float[][] {{3, 1}, {0, 2}});
        assertThat(model(now).as(VectorModel.class)).isEmpty();
        assertThat(model.as(CategoryModel.class)).containsSame(model);
    }

    @Test
    void whatIsGone_isSharedAmongTheOthers() {
        CurrentCategories model = model(of("A>x", "", "B>z", "B>w"));
        assertThat(names(model)).containsExactly("A>x", "B>z", "B>w");
        assertThat(told(model)).containsExactly(new float[] {4 / 7f, 2 / 7f, 1 / 7f}, within(1e-6f));
    }

    @Test
    void treeOfOtherOrder_isToldInItsOwn() {
        CurrentCategories model = model(of("B>z", "A>y", "A>x", "B>w")); // two items changed places
        assertThat(names(model)).containsExactly("B>z", "A>y", "A>x", "B>w");
        assertThat(told(model)).containsExactly(0.2f, 0.3f, 0.4f, 0.1f);
    }

    @Test
    void categoryThatHasTooFewItemsNow_isToldAsTheOneAbove() {
        Catalog now = of("A>x", "A>y", "B>z", "B>w");
        BitSet known = new BitSet();
        known.set(0, 3); // nobody took the only item of B>w
        CategoryLevel level = new CategoryLevel(now, 1, known, 1);
        assertThat(level.path(level.representative(level.of(2)[0]))).hasToString("B>z");
        int below = now.categories().of(3)[0];
        assertThat(level.path(level.representative(below))).hasToString("B");
        assertThat(level.of(of("A>x", "A>y", "B>z", "B>v")).of(3)).hasSize(1).doesNotContain(below);
    }
}
