/** The components of an item's vector: its own vector, its features, its content and its title. */
@NullMarked
package org.crossaisle.neural.item;

import org.jspecify.annotations.NullMarked;
