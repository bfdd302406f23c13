package org.crossaisle.neural.predict;

import org.crossaisle.neural.layer.Parameters;

/** The settings of one kind of predictor; a record that creates the predictor. */
public interface PredictorSettings {
    /** An untrained predictor. */
    Predictor predictor(Parameters parameters);
}
