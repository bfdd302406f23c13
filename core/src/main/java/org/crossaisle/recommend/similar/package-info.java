/** Similar items. */
@NullMarked
package org.crossaisle.recommend.similar;

import org.jspecify.annotations.NullMarked;
