/** Starts the HTTP server as a process of its own. */
@NullMarked
package org.crossaisle.cli.serve;

import org.jspecify.annotations.NullMarked;
