/** Stores for live events. */
@NullMarked
package org.crossaisle.store;

import org.jspecify.annotations.NullMarked;
