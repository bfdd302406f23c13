/**
 * Data sets, which hold all histories of a shop with its catalog, and the splits into training, validation and test.
 */
@NullMarked
package org.crossaisle.dataset;

import org.jspecify.annotations.NullMarked;
