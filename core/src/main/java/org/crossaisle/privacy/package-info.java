/** Pseudonyms of customers: the keyed hash of user ids. */
@NullMarked
package org.crossaisle.privacy;

import org.jspecify.annotations.NullMarked;
