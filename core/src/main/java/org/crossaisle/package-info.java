/** Shared foundations of Crossaisle: failures, progress, settings, argument checks and safe text output. */
@NullMarked
package org.crossaisle;

import org.jspecify.annotations.NullMarked;
