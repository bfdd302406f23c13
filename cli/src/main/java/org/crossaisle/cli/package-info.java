/** The command line program, one file per verb. */
@NullMarked
package org.crossaisle.cli;

import org.jspecify.annotations.NullMarked;
