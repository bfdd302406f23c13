/** Rankers: networks that look at a user and one candidate together, and order the best few hundred that another model found. */
@NullMarked
package org.crossaisle.neural.rank;

import org.jspecify.annotations.NullMarked;
