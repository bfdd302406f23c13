/**
 * The HTTP API and the console page that uses it. Raw user ids go no further: everything behind it uses their keyed
 * hash.
 */
@NullMarked
package org.crossaisle.server;

import org.jspecify.annotations.NullMarked;
