/**
 * A recipe for all departments of a shop together, guarded against what one of them loses by it.
 *
 * <p>{@link org.crossaisle.model.department.Guarded} puts the guard around another recipe.
 */
@NullMarked
package org.crossaisle.model.department;

import org.jspecify.annotations.NullMarked;
