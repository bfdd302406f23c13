/**
 * Statistics of how customers go from category to category: rates, lifts, time lags, directions and seasons. Learnt by
 * counting.
 */
@NullMarked
package org.crossaisle.affinity;

import org.jspecify.annotations.NullMarked;
