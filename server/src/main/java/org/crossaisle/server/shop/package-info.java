/** The shop that is served: its model, its live events, and whether it is ready. */
@NullMarked
package org.crossaisle.server.shop;

import org.jspecify.annotations.NullMarked;
