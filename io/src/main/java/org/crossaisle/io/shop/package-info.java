/** A shop on disk: imported from tables, cleaned, and opened as catalog and data set. */
@NullMarked
package org.crossaisle.io.shop;

import org.jspecify.annotations.NullMarked;
