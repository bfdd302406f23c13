/** Every recipe by name or file, and trained models to and from their directories. */
@NullMarked
package org.crossaisle.neural.recipe;

import org.jspecify.annotations.NullMarked;
