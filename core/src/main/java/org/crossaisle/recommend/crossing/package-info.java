/**
 * How far a list leaves the categories a customer knows: scope, share, filters, and how likely a customer is to
 * leave them.
 */
@NullMarked
package org.crossaisle.recommend.crossing;

import org.jspecify.annotations.NullMarked;
