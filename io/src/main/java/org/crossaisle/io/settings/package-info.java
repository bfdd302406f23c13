/** Settings as people write them: YAML files and key=value words, bound to the records that hold them. */
@NullMarked
package org.crossaisle.io.settings;

import org.jspecify.annotations.NullMarked;
