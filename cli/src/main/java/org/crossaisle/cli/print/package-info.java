/** Output of answers as text, CSV, JSON and graphs. */
@NullMarked
package org.crossaisle.cli.print;

import org.jspecify.annotations.NullMarked;
