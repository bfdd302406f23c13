/** Items and those like them. */
@NullMarked
package org.crossaisle.server.items;

import org.jspecify.annotations.NullMarked;
