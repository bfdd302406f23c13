/**
 * The smallest whole recommender: a user encoder, an item encoder, and r = sigma(w (u . i) + b) between them, trained end to end
 * on pairs. For learning, for small shops, and as the plainest form of what the larger recipes do. It stays on the processor, whatever the device.
 */
@NullMarked
package org.crossaisle.neural.interest;

import org.jspecify.annotations.NullMarked;
