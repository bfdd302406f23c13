/**
 * Explanations of why an item is in a list: the history items that contributed to it and the category bridge that led
 * to it.
 */
@NullMarked
package org.crossaisle.explain;

import org.jspecify.annotations.NullMarked;
