/**
 * A mail as a file: its header, its text and its attachments. Which of these is a report is decided elsewhere; sending mail
 * belongs to delivery.
 */
@NullMarked
package org.fupin.reading.mail;

import org.jspecify.annotations.NullMarked;
