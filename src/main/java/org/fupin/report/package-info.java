/**
 * What a report says, as values: the headline figures of a province and year, its money by payer and programme, its
 * checks, its sources. Workbook and PDF are laid out from the same values, so that they cannot differ in content. Nothing
 * here knows a file, a database or a clock.
 */
@NullMarked
package org.fupin.report;

import org.jspecify.annotations.NullMarked;
