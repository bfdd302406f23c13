/**
 * Where a thing came from: every setting that can change it, its inputs and their hashes.
 */
@NullMarked
package org.crossaisle.provenance;

import org.jspecify.annotations.NullMarked;
