/** Calibration: the agreement of predicted probabilities with outcomes. */
@NullMarked
package org.crossaisle.evaluate.calibration;

import org.jspecify.annotations.NullMarked;
