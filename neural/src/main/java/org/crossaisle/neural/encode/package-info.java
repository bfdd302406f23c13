/** Networks that encode items and histories as vectors. */
@NullMarked
package org.crossaisle.neural.encode;

import org.jspecify.annotations.NullMarked;
