/**
 * Gold: figures that people annotated, as stretches of documents in which every number was judged. The form of its files, the
 * gold that comes of reviewing, and how well what was read agrees with gold. Reading the documents belongs to others.
 */
@NullMarked
package org.fupin.gold;

import org.jspecify.annotations.NullMarked;
