/** Learned encoders and predictors. Tensor types appear here only. */
@NullMarked
package org.crossaisle.neural;

import org.jspecify.annotations.NullMarked;
