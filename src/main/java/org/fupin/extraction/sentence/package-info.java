/**
 * What all passes share: a sentence being read, the figures found in it with what has been concluded of each, and why, and the
 * noun phrases, payers and dates that the words spell. Decides no field of an observation.
 */
@NullMarked
package org.fupin.extraction.sentence;

import org.jspecify.annotations.NullMarked;
