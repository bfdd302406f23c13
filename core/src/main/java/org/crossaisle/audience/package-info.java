/**
 * Audiences for a category: {@link org.crossaisle.audience.AudienceFinder} finds the customers most likely to come to
 * it soon, and evaluates this on held-out time.
 */
@NullMarked
package org.crossaisle.audience;

import org.jspecify.annotations.NullMarked;
