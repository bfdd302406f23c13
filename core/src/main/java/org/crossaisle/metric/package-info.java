/** Metrics of ranked answers, and the rule for ranks, which training and evaluation share. */
@NullMarked
package org.crossaisle.metric;

import org.jspecify.annotations.NullMarked;
