/** Categories and where customers go on to from them. */
@NullMarked
package org.crossaisle.server.categories;

import org.jspecify.annotations.NullMarked;
