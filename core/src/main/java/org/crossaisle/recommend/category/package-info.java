/** Recommends categories instead of items. */
@NullMarked
package org.crossaisle.recommend.category;

import org.jspecify.annotations.NullMarked;
