package org.crossaisle.recommend.crossing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.catalog.CategoryTree;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.ForwardingModel;
import org.crossaisle.model.Query;

/**
 * A model's predictions for the categories of a coarser level: the sums over those below. The ancestors of a category
 * that is large enough not to be merged are large enough too, so its ancestor at the coarser level is always a category
 * of that level. Threads may share it.
 */
public final class CoarserPredictions extends ForwardingModel implements CategoryModel {
    private final CategoryModel model;
    private final CategoryLevel level;
    private final int[] categories; // of the level, ascending
    private final int[] places; // [categories of the model]: index in those

    private CoarserPredictions(CategoryModel model, CategoryLevel level, CategoryTree tree) {
        super(model);
        this.model = model;
        this.level = level;
        int[] above = IntStream.of(model.categories())
                .map(category -> tree.upTo(category, level.level()))
                .toArray();
        categories = IntStream.of(above).sorted().distinct().toArray();
        places = IntStream.of(above)
                .map(category -> Arrays.binarySearch(categories, category))
                .toArray();
    }

    /**
     * The predictions of a model at its own level or a coarser one.
     *
     * @param tree of the catalog
     */
    public static CategoryModel at(CategoryModel model, CategoryLevel level, CategoryTree tree) {
        return model.level().level() == level.level() ? model : new CoarserPredictions(model, level, tree);
    }

    @Override
    public CategoryLevel level() {
        return level;
    }

    @Override
    public int[] categories() {
        return categories.clone();
    }

    @Override
    public void categories(Query query, float[] probabilities) {
        float[] finer = new float[places.length];
        model.categories(query, finer);
        Arrays.fill(probabilities, 0);
        for (int at = 0; at < finer.length; at++) {
            probabilities[places[at]] += finer[at];
        }
    }
}
