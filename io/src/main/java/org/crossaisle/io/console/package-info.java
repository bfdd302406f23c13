/** What is shown on a terminal while work goes on. */
@NullMarked
package org.crossaisle.io.console;

import org.jspecify.annotations.NullMarked;
