/** Tables exported by shops: CSV, JSON Lines and Parquet, read row by row with line numbers. */
@NullMarked
package org.crossaisle.io.table;

import org.jspecify.annotations.NullMarked;
