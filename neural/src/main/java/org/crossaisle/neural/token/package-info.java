/** The input of the encoders: a history as one token for each interaction. */
@NullMarked
package org.crossaisle.neural.token;

import org.jspecify.annotations.NullMarked;
