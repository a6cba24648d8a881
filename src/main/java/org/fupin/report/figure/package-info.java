/**
 * A figure of a report: its number, sentence, flags, and how it is written for people; all figures of a province and year by
 * their places. Not which of them matter.
 */
@NullMarked
package org.fupin.report.figure;

import org.jspecify.annotations.NullMarked;
