/**
 * What a sentence is made of: tokens, number words, the singular of nouns, and the lexicon in which they are looked up. Knows
 * no figures and no fields.
 */
@NullMarked
package org.fupin.extraction.text;

import org.jspecify.annotations.NullMarked;
