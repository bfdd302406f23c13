/** Hyperparameter search for a shop: which settings are tried, how long each is trained, and the results. */
@NullMarked
package org.crossaisle.neural.tune;

import org.jspecify.annotations.NullMarked;
