/** The weighted sum of several models' scores over the items they propose. */
@NullMarked
package org.crossaisle.model.blend;

import org.jspecify.annotations.NullMarked;
