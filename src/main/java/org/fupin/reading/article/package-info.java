/**
 * Divides a text into articles, with their years, authors, sections and sentences; drops what the page adds around them.
 * Which line is a title or a heading is found by the packages for these.
 */
@NullMarked
package org.fupin.reading.article;

import org.jspecify.annotations.NullMarked;
