/**
 * From candidates to a list that crosses categories as far as was asked, with what was achieved.
 */
@NullMarked
package org.crossaisle.recommend;

import org.jspecify.annotations.NullMarked;
