/**
 * libtorch as the rest of this module sees it: started once with the right matrix library, freed in scopes, filled from and
 * read into Java arrays.
 */
@NullMarked
package org.crossaisle.neural.tensor;

import org.jspecify.annotations.NullMarked;
