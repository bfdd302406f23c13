/** A made-up shop of any size, whose ways from category to category are known. */
@NullMarked
package org.crossaisle.io.simulate;

import org.jspecify.annotations.NullMarked;
