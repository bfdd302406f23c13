/** Recipes that learn deep encoders of items and users. Tensors stay within this module. */
@NullMarked
package org.crossaisle.neural;

import org.jspecify.annotations.NullMarked;
