/**
 * Tables in a document's text: their grid, the cells that hold figures, tables drawn with characters. How one format marks
 * a table up belongs to that format, what a cell says to the extraction.
 */
@NullMarked
package org.fupin.reading.table;

import org.jspecify.annotations.NullMarked;
