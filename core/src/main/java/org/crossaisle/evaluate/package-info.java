/**
 * How a recommender is measured, above all across categories: ranks, metrics, intervals, tables.
 */
@NullMarked
package org.crossaisle.evaluate;

import org.jspecify.annotations.NullMarked;
