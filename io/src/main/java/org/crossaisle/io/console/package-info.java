/** Terminal output: progress, and escaping of control characters. */
@NullMarked
package org.crossaisle.io.console;

import org.jspecify.annotations.NullMarked;
