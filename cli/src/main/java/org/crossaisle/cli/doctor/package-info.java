/** The checks of {@code doctor}: whether this machine can run the program, and what to do if not. */
@NullMarked
package org.crossaisle.cli.doctor;

import org.jspecify.annotations.NullMarked;
