/** Makes trained models smaller: pruning and 8-bit numbers. */
@NullMarked
package org.crossaisle.neural.compress;

import org.jspecify.annotations.NullMarked;
