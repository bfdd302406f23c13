/** HTTP basics for every request: headers, limits, parameters, languages. */
@NullMarked
package org.crossaisle.server.http;

import org.jspecify.annotations.NullMarked;
