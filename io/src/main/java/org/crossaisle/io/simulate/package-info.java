/** A simulated shop of any size, whose moves between categories are known. */
@NullMarked
package org.crossaisle.io.simulate;

import org.jspecify.annotations.NullMarked;
