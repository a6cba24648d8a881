/**
 * Who paid: the source of funds at an amount, in its topic, in the next sentence, or that of its total.
 */
@NullMarked
package org.fupin.extraction.payer;

import org.jspecify.annotations.NullMarked;
