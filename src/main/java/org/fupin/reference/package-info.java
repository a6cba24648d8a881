/**
 * What the job knows of language, units and places, as typed tables over the files in {@code resources/reference}. A
 * table is read once in a process, when it is first asked for, and never changes; a mistake in a file is an error that names
 * file and line.
 */
@NullMarked
package org.fupin.reference;

import org.jspecify.annotations.NullMarked;
