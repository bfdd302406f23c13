/**
 * Prediction of the next category, and its use in ranking items.
 *
 * <p>{@link org.crossaisle.model.category.CrossCategory} adds it to another recipe.
 */
@NullMarked
package org.crossaisle.model.category;

import org.jspecify.annotations.NullMarked;
