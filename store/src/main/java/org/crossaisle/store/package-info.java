/** Where live events are kept. */
@NullMarked
package org.crossaisle.store;

import org.jspecify.annotations.NullMarked;
