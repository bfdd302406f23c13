/**
 * The durable store of live events: what customers did since the shop was imported.
 *
 * <p>An append is answered when its events are on the disk. Users are keyed hashes here, as everywhere behind the importer.
 */
@NullMarked
package org.crossaisle.io.store;

import org.jspecify.annotations.NullMarked;
