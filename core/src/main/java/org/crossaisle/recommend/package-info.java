/** Turns candidates into recommendation lists that cross categories as requested, and reports the results. */
@NullMarked
package org.crossaisle.recommend;

import org.jspecify.annotations.NullMarked;
