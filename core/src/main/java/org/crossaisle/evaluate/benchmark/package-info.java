/** The published benchmark across categories: its tasks, results and tables. */
@NullMarked
package org.crossaisle.evaluate.benchmark;

import org.jspecify.annotations.NullMarked;
