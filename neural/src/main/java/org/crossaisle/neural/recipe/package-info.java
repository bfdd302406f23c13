/** The recipes of this module by name, and the one that chooses a recipe for a shop. */
@NullMarked
package org.crossaisle.neural.recipe;

import org.jspecify.annotations.NullMarked;
