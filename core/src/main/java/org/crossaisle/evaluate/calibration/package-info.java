/** How well predicted probabilities agree with what happened. */
@NullMarked
package org.crossaisle.evaluate.calibration;

import org.jspecify.annotations.NullMarked;
