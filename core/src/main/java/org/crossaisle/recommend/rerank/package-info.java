/** Re-rankers, which fill the places of a list from the best candidates, and the results and costs of each step. */
@NullMarked
package org.crossaisle.recommend.rerank;

import org.jspecify.annotations.NullMarked;
