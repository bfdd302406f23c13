/**
 * What a model is (scores for every item, given a query), how one is trained, and the models that only count.
 */
@NullMarked
package org.crossaisle.model;

import org.jspecify.annotations.NullMarked;
