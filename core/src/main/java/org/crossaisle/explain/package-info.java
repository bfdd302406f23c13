/** Why an item stands in a list: the history items that carried it and the category bridge that led to it. */
@NullMarked
package org.crossaisle.explain;

import org.jspecify.annotations.NullMarked;
