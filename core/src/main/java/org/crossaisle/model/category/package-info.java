/**
 * Which category comes next, and what that means for the ranking of items.
 *
 * <p>{@link org.crossaisle.model.category.CrossCategory} puts it around another recipe.
 */
@NullMarked
package org.crossaisle.model.category;

import org.jspecify.annotations.NullMarked;
