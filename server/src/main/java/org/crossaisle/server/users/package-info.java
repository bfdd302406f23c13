/** Lists, histories and categories of a user. */
@NullMarked
package org.crossaisle.server.users;

import org.jspecify.annotations.NullMarked;
