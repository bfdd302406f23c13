/** A simulated shop in the formats of other systems. */
@NullMarked
package org.crossaisle.io.simulate.export;

import org.jspecify.annotations.NullMarked;
