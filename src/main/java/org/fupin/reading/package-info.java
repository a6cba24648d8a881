/**
 * From a file's bytes to a document: its text, its articles, their sections and sentences. {@link
 * org.fupin.reading.DocumentReader} is the way in; the other classes each know one thing (encodings, titles, headings,
 * authors, page furniture, ends of sentences). Everything here is a function of the bytes and runs in linear time.
 */
@NullMarked
package org.fupin.reading;

import org.jspecify.annotations.NullMarked;
