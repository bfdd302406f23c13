/** Settings in text form: YAML files and key=value pairs, bound to records. */
@NullMarked
package org.crossaisle.io.settings;

import org.jspecify.annotations.NullMarked;
