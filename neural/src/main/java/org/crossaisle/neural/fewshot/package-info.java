/** Few-shot transfer to a new department: a learning curve over the number of its events. */
@NullMarked
package org.crossaisle.neural.fewshot;

import org.jspecify.annotations.NullMarked;
