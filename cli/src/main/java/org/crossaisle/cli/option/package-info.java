/** Options shared by several commands. */
@NullMarked
package org.crossaisle.cli.option;

import org.jspecify.annotations.NullMarked;
