/**
 * What users do, as it is logged: events before they are joined with the catalog, where they are kept, and how they
 * become interactions.
 */
@NullMarked
package org.crossaisle.event;

import org.jspecify.annotations.NullMarked;
