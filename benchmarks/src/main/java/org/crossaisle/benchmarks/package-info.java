/** Measures speed with JMH, and quality on data. */
@NullMarked
package org.crossaisle.benchmarks;

import org.jspecify.annotations.NullMarked;
