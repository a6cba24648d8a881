/**
 * The tables of the reports: what they say, in which columns and lines. Belongs here: one class for each table, and the
 * lists of them. Not here: how a table looks, and what is chosen or computed, which {@code report} does.
 */
@NullMarked
package org.fupin.report.content;

import org.jspecify.annotations.NullMarked;
