/** The form of a CSV file, judged from its first rows, and the fields of a row. */
@NullMarked
package org.crossaisle.io.table.csv;

import org.jspecify.annotations.NullMarked;
