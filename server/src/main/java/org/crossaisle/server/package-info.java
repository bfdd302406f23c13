/** The HTTP API and the web console. */
@NullMarked
package org.crossaisle.server;

import org.jspecify.annotations.NullMarked;
