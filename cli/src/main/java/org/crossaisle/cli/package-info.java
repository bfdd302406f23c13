/** The command line program, one file per command. */
@NullMarked
package org.crossaisle.cli;

import org.jspecify.annotations.NullMarked;
