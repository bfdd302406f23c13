package org.crossaisle.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crossaisle.catalog.CategoryLevel;

/** A wrapper that queries a model and its parts without times. Threads may share it. */
class UntimedModel implements Model {
    private final Model model;

    private UntimedModel(Model model) {
        this.model = model;
    }

    /** Wraps a model. A category model stays one; other capabilities are lost. */
    static Model of(Model model) {
        return model instanceof CategoryModel categories ? new OfCategories(categories) : new UntimedModel(model);
    }

    private static List<Query> untimed(List<Query> queries) {
        return queries.stream().map(Query::withoutTimes).toList();
    }

    @Override
    public int items() {
        return model.items();
    }

    @Override
    public void score(Query query, float[] scores) {
        model.score(query.withoutTimes(), scores);
    }

    @Override
    public void score(List<Query> queries, float[][] scores) {
        model.score(untimed(queries), scores);
    }

    @Override
    public Map<String, Model> parts() {
        Map<String, Model> parts = new LinkedHashMap<>();
        model.parts().forEach((name, part) -> parts.put(name, of(part)));
        return parts;
    }

    @Override
    public State state() {
        return model.state();
    }

    /** The wrapper of a category model. */
    private static final class OfCategories extends UntimedModel implements CategoryModel {
        private final CategoryModel categories;

        OfCategories(CategoryModel categories) {
            super(categories);
            this.categories = categories;
        }

        @Override
        public CategoryLevel level() {
            return categories.level();
        }

        @Override
        public int[] categories() {
            return categories.categories();
        }

        @Override
        public void categories(Query query, float[] probabilities) {
            categories.categories(query.withoutTimes(), probabilities);
        }

        @Override
        public void categories(List<Query> queries, float[][] probabilities) {
            categories.categories(untimed(queries), probabilities);
        }
    }
}
