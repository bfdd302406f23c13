/** The provenance of artifacts: every setting that can change them, their inputs and hashes. */
@NullMarked
package org.crossaisle.provenance;

import org.jspecify.annotations.NullMarked;
