/**
 * Whom to tell of a category: {@link org.crossaisle.audience.AudienceFinder} finds those most likely to come to it
 * soon, and says by held-out time what that is worth.
 */
@NullMarked
package org.crossaisle.audience;

import org.jspecify.annotations.NullMarked;
