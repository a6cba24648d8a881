/**
 * How a figure speaks of what it measures: level, share, change, growth; and whether it is done, planned or a rule.
 */
@NullMarked
package org.fupin.extraction.kind;

import org.jspecify.annotations.NullMarked;
