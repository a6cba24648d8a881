/**
 * A document as it was read: its file, articles, sections, sentences and tables, and what was extracted from each. What a
 * figure is does not belong here.
 */
@NullMarked
package org.fupin.observation.document;

import org.jspecify.annotations.NullMarked;
