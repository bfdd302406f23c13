/** Reads the tables of a shop, checks every row, and writes a shop directory. */
@NullMarked
package org.crossaisle.io.ingest;

import org.jspecify.annotations.NullMarked;
