/**
 * The layers networks are made of, each with its named parameters, on sequences that are packed rather than padded.
 */
@NullMarked
package org.crossaisle.neural.layer;

import org.jspecify.annotations.NullMarked;
