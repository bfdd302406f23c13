/** Counting models: item popularity, co-occurrence and transitions. */
@NullMarked
package org.crossaisle.model.count;

import org.jspecify.annotations.NullMarked;
