/** What the settings of all deep recipes have in common. */
@NullMarked
package org.crossaisle.neural.settings;

import org.jspecify.annotations.NullMarked;
