/** Linear models in closed form, and the linear algebra they need. */
@NullMarked
package org.crossaisle.model.linear;

import org.jspecify.annotations.NullMarked;
