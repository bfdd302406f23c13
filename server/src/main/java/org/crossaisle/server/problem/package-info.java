/** Problem documents (RFC 9457) for everything that goes wrong. */
@NullMarked
package org.crossaisle.server.problem;

import org.jspecify.annotations.NullMarked;
