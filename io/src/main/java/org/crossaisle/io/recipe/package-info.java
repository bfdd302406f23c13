/** Recipes by name or file, and trained models written to directories and read back. */
@NullMarked
package org.crossaisle.io.recipe;

import org.jspecify.annotations.NullMarked;
