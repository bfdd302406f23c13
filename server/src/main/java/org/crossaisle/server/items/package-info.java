/** Items and similar items. */
@NullMarked
package org.crossaisle.server.items;

import org.jspecify.annotations.NullMarked;
