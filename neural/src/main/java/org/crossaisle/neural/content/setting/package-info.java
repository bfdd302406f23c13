/** Settings for item content: which texts, images and vectors are read, and with which encoder. */
@NullMarked
package org.crossaisle.neural.content.setting;

import org.jspecify.annotations.NullMarked;
