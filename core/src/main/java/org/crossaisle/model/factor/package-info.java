/**
 * Matrix factorisation: a vector for each user and each item, whose dot product is the interest.
 */
@NullMarked
package org.crossaisle.model.factor;

import org.jspecify.annotations.NullMarked;
