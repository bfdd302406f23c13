/** Deep recipes that read a history as a sequence, and the models they train. */
@NullMarked
package org.crossaisle.neural.sequence;

import org.jspecify.annotations.NullMarked;
