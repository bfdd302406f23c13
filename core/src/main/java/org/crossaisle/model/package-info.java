/** Models, which score every item for a query, and the trainers that fit them. */
@NullMarked
package org.crossaisle.model;

import org.jspecify.annotations.NullMarked;
