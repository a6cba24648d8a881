/**
 * Lays reports out as workbooks, by the Government Analysis Function's guidance "Releasing statistics in spreadsheets"
 * (United Kingdom): each sheet has a title, a description and one table that is marked up as such; one header row; no
 * merged, hidden or coloured-only information; numbers are numbers, with units, codes and flags in columns of their own.
 */
@NullMarked
package org.fupin.report.excel;

import org.jspecify.annotations.NullMarked;
