/**
 * libtorch for the rest of this module: started once with the right matrix library, freed in scopes, placed on one
 * device, and converted from and to Java arrays. No other package creates tensors from scratch; a test over the byte
 * code enforces this.
 */
@NullMarked
package org.crossaisle.neural.tensor;

import org.jspecify.annotations.NullMarked;
