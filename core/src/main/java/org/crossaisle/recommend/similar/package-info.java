/** Items that are like an item. */
@NullMarked
package org.crossaisle.recommend.similar;

import org.jspecify.annotations.NullMarked;
