/** What a customer did, imported and live. */
@NullMarked
package org.crossaisle.serving.history;

import org.jspecify.annotations.NullMarked;
