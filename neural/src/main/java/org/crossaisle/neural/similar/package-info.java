/** Recommendations by similarity of content. */
@NullMarked
package org.crossaisle.neural.similar;

import org.jspecify.annotations.NullMarked;
