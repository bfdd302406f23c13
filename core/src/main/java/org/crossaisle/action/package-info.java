/** What users do with items: actions, and the vocabulary of actions of a shop. */
@NullMarked
package org.crossaisle.action;

import org.jspecify.annotations.NullMarked;
