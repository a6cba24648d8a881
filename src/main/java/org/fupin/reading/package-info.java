/**
 * From a file's bytes to a document: its text, its articles, their sections and sentences. What a file is and which format
 * reads it belongs here, and archives with their members; one format or one part of a text has a package of its own. All is
 * a function of the bytes, in linear time.
 */
@NullMarked
package org.fupin.reading;

import org.jspecify.annotations.NullMarked;
