/**
 * Logged events: events before they are joined with the catalog, their store, and the rules that turn them into
 * interactions.
 */
@NullMarked
package org.crossaisle.event;

import org.jspecify.annotations.NullMarked;
