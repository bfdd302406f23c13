/** Re-rankers: how places of a list are filled from the best candidates, and what each step reached and cost. */
@NullMarked
package org.crossaisle.recommend.rerank;

import org.jspecify.annotations.NullMarked;
