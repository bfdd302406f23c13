/** Tables exported by shops: CSV, JSON, Parquet and Excel, read row by row with line numbers. */
@NullMarked
package org.crossaisle.io.table;

import org.jspecify.annotations.NullMarked;
