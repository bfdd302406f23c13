/** Directories that hold a trained model: settings, vocabulary, weights, metrics and provenance. */
@NullMarked
package org.crossaisle.io.artifact;

import org.jspecify.annotations.NullMarked;
