/** A shop on the disk: imported from tables, cleaned, and opened again as catalog and data set. */
@NullMarked
package org.crossaisle.io.shop;

import org.jspecify.annotations.NullMarked;
