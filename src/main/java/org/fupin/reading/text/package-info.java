/**
 * Characters and lines, whatever the format: encodings, paragraphs, line breaks, characters without width, bold words. What
 * a line means in a report belongs to title, section and article.
 */
@NullMarked
package org.fupin.reading.text;

import org.jspecify.annotations.NullMarked;
