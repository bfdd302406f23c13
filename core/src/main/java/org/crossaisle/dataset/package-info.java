/**
 * All histories of a shop beside its catalog, and the splits that decide what a model may see.
 */
@NullMarked
package org.crossaisle.dataset;

import org.jspecify.annotations.NullMarked;
