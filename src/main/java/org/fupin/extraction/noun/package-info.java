/**
 * What a number counts: the noun at it, before it in a list or a label, of the whole that it is of.
 */
@NullMarked
package org.fupin.extraction.noun;

import org.jspecify.annotations.NullMarked;
