/** Vectors of content: how they are computed, cached, read from files and whitened. */
@NullMarked
package org.crossaisle.neural.content.vector;

import org.jspecify.annotations.NullMarked;
