/** Options that several verbs share. */
@NullMarked
package org.crossaisle.cli.option;

import org.jspecify.annotations.NullMarked;
