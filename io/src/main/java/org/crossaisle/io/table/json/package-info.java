/** The form of a JSON file and the fields of an object. */
@NullMarked
package org.crossaisle.io.table.json;

import org.jspecify.annotations.NullMarked;
