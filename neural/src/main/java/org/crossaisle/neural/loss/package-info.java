/** The losses to minimise in training, each with its gradients with respect to user and item vectors. */
@NullMarked
package org.crossaisle.neural.loss;

import org.jspecify.annotations.NullMarked;
