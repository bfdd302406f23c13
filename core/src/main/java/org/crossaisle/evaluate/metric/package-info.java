/** Metrics of single lists and of all lists together. */
@NullMarked
package org.crossaisle.evaluate.metric;

import org.jspecify.annotations.NullMarked;
