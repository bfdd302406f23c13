/**
 * Tables as shops export them: CSV, JSON Lines and Parquet, read row by row with the line each row stands on.
 */
@NullMarked
package org.crossaisle.io.table;

import org.jspecify.annotations.NullMarked;
