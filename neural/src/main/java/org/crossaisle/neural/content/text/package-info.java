/** Text encoders, titles and their tokens. */
@NullMarked
package org.crossaisle.neural.content.text;

import org.jspecify.annotations.NullMarked;
