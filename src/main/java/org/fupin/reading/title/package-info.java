/**
 * Which lines are titles of articles, and the place and year that they name, or that an operator states. Where an article
 * begins and ends belongs to article.
 */
@NullMarked
package org.fupin.reading.title;

import org.jspecify.annotations.NullMarked;
