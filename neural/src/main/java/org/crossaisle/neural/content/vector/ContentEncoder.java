package org.crossaisle.neural.content.vector;

import java.util.Optional;

/**
 * Makes a vector of one kind of thing: a title, a picture. Threads may share it.
 *
 * @param <T> what is encoded
 */
public interface ContentEncoder<T> extends AutoCloseable {
    /** The vector, always of one length; empty when the thing cannot be read. Depends on the thing alone. */
    Optional<float[]> encode(T thing);

    @Override
    void close();
}
