/**
 * From scores or vectors to the best candidates of an allowed set.
 */
@NullMarked
package org.crossaisle.retrieve;

import org.jspecify.annotations.NullMarked;
