/** What training makes small, each with its gradients by user and item vectors. */
@NullMarked
package org.crossaisle.neural.loss;

import org.jspecify.annotations.NullMarked;
