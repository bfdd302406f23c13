/** Accepts live events. */
@NullMarked
package org.crossaisle.server.events;

import org.jspecify.annotations.NullMarked;
