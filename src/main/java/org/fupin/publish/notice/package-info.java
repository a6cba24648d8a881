/**
 * What the mail tells of a report, in the language of the office: the headlines, the worst finding and the revisions, as texts
 * with the addresses of their figures. Which message an office gets and what it looks like belongs to the delivery.
 */
@NullMarked
package org.fupin.publish.notice;

import org.jspecify.annotations.NullMarked;
