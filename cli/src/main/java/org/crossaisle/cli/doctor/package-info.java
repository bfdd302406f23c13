/** What {@code doctor} looks at: whether this machine can run the program, and what to do where it cannot. */
@NullMarked
package org.crossaisle.cli.doctor;

import org.jspecify.annotations.NullMarked;
