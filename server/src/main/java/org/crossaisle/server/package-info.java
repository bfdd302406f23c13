/** The HTTP API and the page that uses it. Raw user ids end here: everything behind has their keyed hash. */
@NullMarked
package org.crossaisle.server;

import org.jspecify.annotations.NullMarked;
