/**
 * A recipe for all departments of a shop together, with a fallback for departments that lose by joint training.
 *
 * <p>{@link org.crossaisle.model.department.Guarded} adds the fallback to another recipe.
 */
@NullMarked
package org.crossaisle.model.department;

import org.jspecify.annotations.NullMarked;
