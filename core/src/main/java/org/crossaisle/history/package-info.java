/**
 * The histories of single customers: actions on items, in order. Users are keyed hashes here; raw ids do not leave the
 * importer.
 */
@NullMarked
package org.crossaisle.history;

import org.jspecify.annotations.NullMarked;
