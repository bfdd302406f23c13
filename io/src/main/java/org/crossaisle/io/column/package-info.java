/** Judges what a column holds from a sample of its values, so that each row can be read in one certain way. */
@NullMarked
package org.crossaisle.io.column;

import org.jspecify.annotations.NullMarked;
