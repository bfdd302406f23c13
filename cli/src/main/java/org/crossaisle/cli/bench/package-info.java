/** Long-running benchmarks. */
@NullMarked
package org.crossaisle.cli.bench;

import org.jspecify.annotations.NullMarked;
