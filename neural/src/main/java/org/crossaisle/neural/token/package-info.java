/** What an encoder reads of a history: one token for each interaction. */
@NullMarked
package org.crossaisle.neural.token;

import org.jspecify.annotations.NullMarked;
