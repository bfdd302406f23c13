/** Histories of customers, from imported and live events. */
@NullMarked
package org.crossaisle.serving.history;

import org.jspecify.annotations.NullMarked;
