/** Orderly end of a command by a signal. */
@NullMarked
package org.crossaisle.cli.stop;

import org.jspecify.annotations.NullMarked;
