/** Content vectors: encoding, caching, reading from files and whitening. */
@NullMarked
package org.crossaisle.neural.content.vector;

import org.jspecify.annotations.NullMarked;
