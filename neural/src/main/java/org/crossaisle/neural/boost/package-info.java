/** Gradient boosted trees on XGBoost. */
@NullMarked
package org.crossaisle.neural.boost;

import org.jspecify.annotations.NullMarked;
