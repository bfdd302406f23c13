/** Deep recipes that read a history as a sequence, and their models. */
@NullMarked
package org.crossaisle.neural.sequence;

import org.jspecify.annotations.NullMarked;
