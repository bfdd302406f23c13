/** The shop that is served: its loading, description and readiness. */
@NullMarked
package org.crossaisle.server.shop;

import org.jspecify.annotations.NullMarked;
