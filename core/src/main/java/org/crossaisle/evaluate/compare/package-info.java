/** Comparisons of recipes with a reference: paired differences, bootstrap intervals, claims. */
@NullMarked
package org.crossaisle.evaluate.compare;

import org.jspecify.annotations.NullMarked;
