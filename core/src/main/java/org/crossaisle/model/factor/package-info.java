/** Matrix factorisation: a vector for each user and each item, whose dot product predicts interest. */
@NullMarked
package org.crossaisle.model.factor;

import org.jspecify.annotations.NullMarked;
