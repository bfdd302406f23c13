/**
 * The content of items as vectors: titles read by pretrained text encoders, pictures and sounds read by networks that
 * the user names, and vectors that the user supplies. Everything is encoded once, cached, and whitened on the training
 * items. The entry point is {@link org.crossaisle.neural.content.Content}.
 */
@NullMarked
package org.crossaisle.neural.content;

import org.jspecify.annotations.NullMarked;
