/**
 * What one customer did: actions on items, in order. Users are keyed hashes here; raw ids end at the importer.
 */
@NullMarked
package org.crossaisle.history;

import org.jspecify.annotations.NullMarked;
