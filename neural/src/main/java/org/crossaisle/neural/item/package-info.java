/** The parts of an item's vector: its own, its features, its content and its title. */
@NullMarked
package org.crossaisle.neural.item;

import org.jspecify.annotations.NullMarked;
