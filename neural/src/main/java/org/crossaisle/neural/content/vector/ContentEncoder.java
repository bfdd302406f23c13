package org.crossaisle.neural.content.vector;

import java.util.Optional;

/**
 * An encoder that turns one kind of content, such as a title or a picture, into a vector. Threads may share it.
 *
 * @param <T> the type of content
 */
public interface ContentEncoder<T> extends AutoCloseable {
    /**
     * The vector, always of the same length; empty if the content cannot be read. It depends on nothing but the
     * content.
     */
    Optional<float[]> encode(T thing);

    @Override
    void close();
}
