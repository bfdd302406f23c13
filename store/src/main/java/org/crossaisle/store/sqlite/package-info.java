/** The event store in one SQLite file. */
@NullMarked
package org.crossaisle.store.sqlite;

import org.jspecify.annotations.NullMarked;
