/** Dense linear algebra by libtorch, for what the core leaves to a library. */
@NullMarked
package org.crossaisle.neural.linalg;

import org.jspecify.annotations.NullMarked;
