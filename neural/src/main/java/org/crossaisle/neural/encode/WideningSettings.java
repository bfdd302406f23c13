package org.crossaisle.neural.encode;

/**
 * The settings of an encoder whose blocks end with a feed-forward network: two linear layers, the first of which widens
 * each row.
 */
public interface WideningSettings extends UserEncoderSettings {
    /** The usual hidden size, as a multiple of the dimension. */
    int USUAL = 4;

    /** Hidden size of the feed-forward network; 0: {@value #USUAL} times the dimension. */
    int inner();

    /** Hidden size of the feed-forward network for a dimension. */
    default int innerOf(int dimension) {
        return inner() == 0 ? USUAL * dimension : inner();
    }

    /** The same settings with another hidden size. */
    UserEncoderSettings withInner(int inner);
}
