/** Readers that turn the rows of a format into rows of our tables, one step each. */
@NullMarked
package org.crossaisle.io.format.rows;

import org.jspecify.annotations.NullMarked;
