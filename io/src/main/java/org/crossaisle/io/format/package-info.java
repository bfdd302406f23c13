/** Formats in which shops and tools write their data: which there are, which one a file has, and its tables. */
@NullMarked
package org.crossaisle.io.format;

import org.jspecify.annotations.NullMarked;
