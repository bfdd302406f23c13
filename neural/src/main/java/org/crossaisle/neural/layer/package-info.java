/** The layers of the networks, each with named parameters, on sequences that are packed rather than padded. */
@NullMarked
package org.crossaisle.neural.layer;

import org.jspecify.annotations.NullMarked;
