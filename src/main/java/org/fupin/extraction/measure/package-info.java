/**
 * What a figure measures, from the noun that it counts and the topic of its words.
 */
@NullMarked
package org.fupin.extraction.measure;

import org.jspecify.annotations.NullMarked;
