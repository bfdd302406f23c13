package org.crossaisle.neural.encode;

/** The settings of an encoder whose blocks each end with two linear layers, row by row, that widen it and make it narrow again. */
public interface WideningSettings extends UserEncoderSettings {
    /** So many times the dimension is usual. */
    int USUAL = 4;

    /** How many values a row has between the two; 0: {@value #USUAL} times the dimension. */
    int inner();

    /** How many values a row has between the two for a dimension. */
    default int innerOf(int dimension) {
        return inner() == 0 ? USUAL * dimension : inner();
    }

    /** The same with so many. */
    UserEncoderSettings withInner(int inner);
}
