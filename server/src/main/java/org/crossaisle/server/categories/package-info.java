/** Categories and the categories that customers go on to. */
@NullMarked
package org.crossaisle.server.categories;

import org.jspecify.annotations.NullMarked;
