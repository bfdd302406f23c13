/**
 * What the shop sells: items, category paths, and the dense numbers by which everything later knows them.
 */
@NullMarked
package org.crossaisle.catalog;

import org.jspecify.annotations.NullMarked;
