package org.crossaisle.model.category;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryChanges;
import org.crossaisle.catalog.CategoryLevel;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.ForwardingModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * A model that maps predictions for the categories at training time to the current categories of the shop. A category
 * gets the probabilities of all those it replaced. The probability of categories that are gone is distributed among the
 * others in proportion to theirs. Scores are not changed. Threads may share it.
 */
public final class CurrentCategories extends ForwardingModel implements CategoryModel {
    private final CategoryModel model;
    private final CategoryLevel level;
    private final int[] categories; // current, ascending
    private final int[] places; // [categories of the model]: index in those, negative when gone

    private CurrentCategories(Model scores, CategoryModel model, CategoryChanges changes, Catalog now) {
        super(scores);
        this.model = model;
        level = model.level().of(now);
        int[] became = IntStream.of(model.categories())
                .map(category -> changes.now(category).stream()
                        .map(level::representative)
                        .findFirst()
                        .orElse(-1))
                .toArray();
        categories = IntStream.of(became)
                .filter(category -> category >= 0)
                .sorted()
                .distinct()
                .toArray();
        places = IntStream.of(became)
                .map(category -> Arrays.binarySearch(categories, category))
                .toArray();
    }

    /**
     * The model with the categories of another catalog of the same items; the model itself when it does not predict
     * categories.
     *
     * @param changes from the catalog of the model to the current one
     */
    public static Model of(Model model, CategoryChanges changes, Catalog now) {
        return model.as(CategoryModel.class)
                .<Model>map(categories -> new CurrentCategories(model, categories, changes, now))
                .orElse(model);
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
        float[] before = new float[places.length];
        model.categories(query, before);
        tell(before, probabilities);
    }

    @Override
    public void categories(List<Query> queries, float[][] probabilities) {
        float[][] before = new float[queries.size()][places.length];
        model.categories(queries, before);
        for (int row = 0; row < before.length; row++) {
            tell(before[row], probabilities[row]);
        }
    }

    private void tell(float[] before, float[] probabilities) {
        Arrays.fill(probabilities, 0);
        double left = 0;
        for (int at = 0; at < before.length; at++) {
            if (places[at] >= 0) {
                probabilities[places[at]] += before[at];
                left += before[at];
            }
        }
        for (int at = 0; at < probabilities.length && left > 0; at++) {
            probabilities[at] = (float) Math.min(1, probabilities[at] / left);
        }
    }
}
