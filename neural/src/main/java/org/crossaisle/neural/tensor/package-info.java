/**
 * libtorch as the rest of this module sees it: started once with the right matrix library, freed in scopes, placed on one
 * device, filled from and read into Java arrays. No other package makes a tensor from nothing, which a test over the byte code keeps so.
 */
@NullMarked
package org.crossaisle.neural.tensor;

import org.jspecify.annotations.NullMarked;
