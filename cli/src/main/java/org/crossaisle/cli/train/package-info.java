/** Trains and saves a model. */
@NullMarked
package org.crossaisle.cli.train;

import org.jspecify.annotations.NullMarked;
