/** Starts the HTTP server as a separate process. */
@NullMarked
package org.crossaisle.cli.serve;

import org.jspecify.annotations.NullMarked;
