/** The search for settings that suit a shop: which are tried, which of them are trained for long, and what came of it. */
@NullMarked
package org.crossaisle.neural.tune;

import org.jspecify.annotations.NullMarked;
