/**
 * Rankers: networks that read a user and a candidate together, and reorder the few hundred best candidates of another
 * model.
 */
@NullMarked
package org.crossaisle.neural.rank;

import org.jspecify.annotations.NullMarked;
