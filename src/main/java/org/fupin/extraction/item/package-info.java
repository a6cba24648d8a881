/**
 * What a figure is for, in the words of the text.
 */
@NullMarked
package org.fupin.extraction.item;

import org.jspecify.annotations.NullMarked;
