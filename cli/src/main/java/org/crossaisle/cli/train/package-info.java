/** Training and saving of a model. */
@NullMarked
package org.crossaisle.cli.train;

import org.jspecify.annotations.NullMarked;
