/**
 * The engine that answers customers: a shop and its model, swapped as one, with the events that arrive. It knows
 * nothing of HTTP; the server and the command line translate to and from it.
 */
@NullMarked
package org.crossaisle.serving;

import org.jspecify.annotations.NullMarked;
