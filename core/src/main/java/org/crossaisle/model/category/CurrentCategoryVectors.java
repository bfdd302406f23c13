package org.crossaisle.model.category;

import java.util.List;
import org.crossaisle.catalog.Catalog;
import org.crossaisle.catalog.CategoryChanges;
import org.crossaisle.model.CategoryModel;
import org.crossaisle.model.Query;
import org.crossaisle.model.VectorModel;

/** {@link CurrentCategories} of a model that has vectors: they are still the model's. */
final class CurrentCategoryVectors extends CurrentCategories implements VectorModel {
    private final VectorModel vectors;

    /** @param vectors the same model again */
    CurrentCategoryVectors(CategoryModel model, VectorModel vectors, CategoryChanges changes, Catalog now) {
        super(model, changes, now);
        this.vectors = vectors;
    }

    @Override
    public int dimension() {
        return vectors.dimension();
    }

    @Override
    public void encode(Query query, float[] vector) {
        vectors.encode(query, vector);
    }

    @Override
    public void encode(List<Query> queries, float[][] encoded) {
        vectors.encode(queries, encoded);
    }

    @Override
    public void itemVector(int item, float[] vector) {
        vectors.itemVector(item, vector);
    }
}
