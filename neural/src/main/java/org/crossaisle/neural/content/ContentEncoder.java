package org.crossaisle.neural.content;

import java.util.Optional;

/**
 * Makes a vector of one kind of thing: a title, a picture. Threads may share it.
 *
 * @param <T> what is encoded
 */
interface ContentEncoder<T> extends AutoCloseable {
    /** The vector, always of one length; empty when the thing cannot be read. Depends on the thing alone. */
    Optional<float[]> encode(T thing);

    @Override
    void close();
}
