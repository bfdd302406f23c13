/** How a format writes a shop, as data: files, columns, actions, categories. Read from YAML and written as YAML. */
@NullMarked
package org.crossaisle.io.format.plan;

import org.jspecify.annotations.NullMarked;
