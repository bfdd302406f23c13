/**
 * What items are by their content: their titles read by pretrained text encoders, their pictures and sounds by networks the
 * user names, and vectors the user brings. All of it is encoded once, kept in a cache, and whitened over the training items.
 * {@link org.crossaisle.neural.content.Content} is the way in.
 */
@NullMarked
package org.crossaisle.neural.content;

import org.jspecify.annotations.NullMarked;
