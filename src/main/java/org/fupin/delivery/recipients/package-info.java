/**
 * Who gets mail, in which language, and of which areas and formats: {@code recipients.yml}, read and checked. What a
 * message says does not belong here.
 */
@NullMarked
package org.fupin.delivery.recipients;

import org.jspecify.annotations.NullMarked;
