/** The training loop: batches, loss, optimiser, early stopping and checkpoints. */
@NullMarked
package org.crossaisle.neural.train;

import org.jspecify.annotations.NullMarked;
