/**
 * Tables: what rows and columns are labelled with, and what their cells therefore say. Numbers and quantities are found as in
 * sentences.
 */
@NullMarked
package org.fupin.extraction.table;

import org.jspecify.annotations.NullMarked;
