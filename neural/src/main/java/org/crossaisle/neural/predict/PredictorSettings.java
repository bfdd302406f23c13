package org.crossaisle.neural.predict;

import org.crossaisle.neural.layer.Parameters;

/** The settings of one form of predictor, each a record, by which the predictor is made. */
public interface PredictorSettings {
    /** An untrained predictor. */
    Predictor predictor(Parameters parameters);
}
