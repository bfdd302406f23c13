/** Predictors: how well a user's vector and an item's vector match. */
@NullMarked
package org.crossaisle.neural.predict;

import org.jspecify.annotations.NullMarked;
