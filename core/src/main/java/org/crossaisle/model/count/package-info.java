/**
 * The models that only count: how popular an item is, and how often two items meet or follow each other.
 */
@NullMarked
package org.crossaisle.model.count;

import org.jspecify.annotations.NullMarked;
