/**
 * A report as data for programs: all figures as CSV and as SDMX-CSV, the code lists, and the description of these files as a
 * Frictionless data package. What a figure means belongs to the report; here are the columns, their types and their names.
 */
@NullMarked
package org.fupin.report.data;

import org.jspecify.annotations.NullMarked;
