/** The long measurements. */
@NullMarked
package org.crossaisle.cli.bench;

import org.jspecify.annotations.NullMarked;
