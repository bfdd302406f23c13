/** The shop that is served: how it is loaded, what it is, and whether it is ready. */
@NullMarked
package org.crossaisle.server.shop;

import org.jspecify.annotations.NullMarked;
