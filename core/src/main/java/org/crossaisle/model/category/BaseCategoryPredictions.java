package org.crossaisle.model.category;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Model;
import org.crossaisle.model.Query;

/**
 * The category predictions of an item model itself. They come from the model, or from its first part that is a
 * {@link CategoryModel} of the same level, such as a user encoder trained on categories. Without such a model there are
 * no predictions.
 *
 * <p>Threads may share it.
 */
final class BaseCategoryPredictions {
    private static final double LEAST = 1e-6; // the value of a category unknown to the model

    private final Optional<CategoryModel> model;
    private final int[] places; // [categories]: the index in the model, or -1
    private final int size; // the number of categories of the model

    private BaseCategoryPredictions(Optional<CategoryModel> model, int[] places, int size) {
        this.model = model;
        this.places = places;
        this.size = size;
    }

    static BaseCategoryPredictions in(Model items, CategoryNumbers categoryNumbers) {
        Optional<CategoryModel> found = all(items)
                .flatMap(model -> model.as(CategoryModel.class).stream())
                .filter(telling ->
                        telling.level().level() == categoryNumbers.level().level())
                .findFirst();
        int[] theirs = found.map(CategoryModel::categories).orElse(new int[0]);
        int[] places = new int[categoryNumbers.size()];
        for (int category = 0; category < places.length; category++) {
            places[category] = Math.max(-1, Arrays.binarySearch(theirs, categoryNumbers.number(category)));
        }
        return new BaseCategoryPredictions(found, places, theirs.length);
    }

    private static Stream<Model> all(Model model) {
        return Stream.concat(Stream.of(model), model.parts().values().stream().flatMap(BaseCategoryPredictions::all));
    }

    /** The logarithms of the probabilities, all 0 without predictions: [queries][categories]. */
    float[][] of(List<Query> queries) {
        float[][] told = new float[queries.size()][places.length];
        model.ifPresent(telling -> {
            float[][] theirs = new float[queries.size()][size];
            telling.categories(queries, theirs);
            for (int row = 0; row < told.length; row++) {
                for (int category = 0; category < places.length; category++) {
                    double probability = places[category] < 0 ? 0 : theirs[row][places[category]];
                    told[row][category] = (float) Math.log(Math.max(LEAST, probability));
                }
            }
        });
        return told;
    }
}
