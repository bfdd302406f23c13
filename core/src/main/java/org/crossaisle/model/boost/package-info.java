/** Boosted regression trees that order a blend's candidates. */
@NullMarked
package org.crossaisle.model.boost;

import org.jspecify.annotations.NullMarked;
