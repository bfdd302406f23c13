/** The shop's catalog: items, category paths, and the dense numbers that all later packages use for them. */
@NullMarked
package org.crossaisle.catalog;

import org.jspecify.annotations.NullMarked;
