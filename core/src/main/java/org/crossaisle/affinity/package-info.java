/**
 * How customers go from category to category: who goes on where, how much more often than others, after how long, in
 * which direction, and in which months. Learnt by counting.
 */
@NullMarked
package org.crossaisle.affinity;

import org.jspecify.annotations.NullMarked;
