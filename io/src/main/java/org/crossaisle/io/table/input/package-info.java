/** The bytes of tables: files, directories, patterns and standard input, unpacked and as UTF-8. */
@NullMarked
package org.crossaisle.io.table.input;

import org.jspecify.annotations.NullMarked;
