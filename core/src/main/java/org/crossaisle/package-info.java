/** What every part of Crossaisle shares: how failures are told and how progress is shown. */
@NullMarked
package org.crossaisle;

import org.jspecify.annotations.NullMarked;
