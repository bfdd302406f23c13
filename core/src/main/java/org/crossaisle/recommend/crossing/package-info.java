/**
 * Settings of how far a list leaves the categories a customer knows (scope, share, filters), and the propensity to
 * leave them.
 */
@NullMarked
package org.crossaisle.recommend.crossing;

import org.jspecify.annotations.NullMarked;
