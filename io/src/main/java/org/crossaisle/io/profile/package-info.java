/** What an imported shop looks like: histograms, whether it is fit for use, and the report page. */
@NullMarked
package org.crossaisle.io.profile;

import org.jspecify.annotations.NullMarked;
