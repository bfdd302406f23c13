/** How little of a new department is enough: a learning curve over how many events of it there are. */
@NullMarked
package org.crossaisle.neural.fewshot;

import org.jspecify.annotations.NullMarked;
