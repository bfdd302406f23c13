/**
 * The recommendation engine: a shop and its model, swapped together, and the live events. It does not depend on HTTP;
 * the server and the command line translate to and from it.
 */
@NullMarked
package org.crossaisle.serving;

import org.jspecify.annotations.NullMarked;
