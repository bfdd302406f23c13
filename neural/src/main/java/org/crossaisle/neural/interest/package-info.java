/**
 * The smallest complete recommender: a user encoder, an item encoder, and r = sigma(w (u . i) + b) between them,
 * trained end to end on pairs. It is for learning, for small shops, and as the simplest form of what the larger recipes
 * do. It stays on the CPU, whatever the device.
 */
@NullMarked
package org.crossaisle.neural.interest;

import org.jspecify.annotations.NullMarked;
