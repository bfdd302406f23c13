/** Reads events and catalogs, writes artifacts, and keeps the event store. */
@NullMarked
package org.crossaisle.io;

import org.jspecify.annotations.NullMarked;
