/** Metrics of ranked answers, and the rank rule shared by training and evaluation. */
@NullMarked
package org.crossaisle.metric;

import org.jspecify.annotations.NullMarked;
