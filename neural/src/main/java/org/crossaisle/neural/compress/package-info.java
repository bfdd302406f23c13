/** Compression of trained models: pruning and 8-bit quantisation. */
@NullMarked
package org.crossaisle.neural.compress;

import org.jspecify.annotations.NullMarked;
