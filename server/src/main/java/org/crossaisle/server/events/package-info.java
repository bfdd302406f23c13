/** Takes events as they happen. */
@NullMarked
package org.crossaisle.server.events;

import org.jspecify.annotations.NullMarked;
