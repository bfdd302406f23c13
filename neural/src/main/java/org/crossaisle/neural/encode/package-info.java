/** Networks that turn items and histories into vectors. */
@NullMarked
package org.crossaisle.neural.encode;

import org.jspecify.annotations.NullMarked;
