/** Images, sounds and other files that belong to items. */
@NullMarked
package org.crossaisle.neural.content.media;

import org.jspecify.annotations.NullMarked;
