/**
 * Whether libtorch computes rightly on this machine: every kind of layer that answers queries is run on a small fixed
 * input and compared with plain Java arithmetic, once per machine and release. The check runs before the first tensor
 * is made, which {@link org.crossaisle.neural.tensor.ArithmeticGate} sees to.
 */
@NullMarked
package org.crossaisle.neural.check;

import org.jspecify.annotations.NullMarked;
