/** Plain-text tables for reports. */
@NullMarked
package org.crossaisle.report;

import org.jspecify.annotations.NullMarked;
