/** Lists, histories and categories of one user. */
@NullMarked
package org.crossaisle.server.users;

import org.jspecify.annotations.NullMarked;
