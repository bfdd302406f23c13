/** Evaluation of recommenders, in particular across categories: ranks, metrics, intervals, tables. */
@NullMarked
package org.crossaisle.evaluate;

import org.jspecify.annotations.NullMarked;
