/** Audiences of categories. */
@NullMarked
package org.crossaisle.server.audiences;

import org.jspecify.annotations.NullMarked;
