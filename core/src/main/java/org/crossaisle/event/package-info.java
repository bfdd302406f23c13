/** What users do, as it is logged: events before they are joined with the catalog, and where they are kept. */
@NullMarked
package org.crossaisle.event;

import org.jspecify.annotations.NullMarked;
