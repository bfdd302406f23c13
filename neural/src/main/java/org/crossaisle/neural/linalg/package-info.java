/**
 * Dense linear algebra by libtorch, for what the core leaves to a library. It stays on the processor, whatever the
 * device.
 */
@NullMarked
package org.crossaisle.neural.linalg;

import org.jspecify.annotations.NullMarked;
