/**
 * The form in which a message travels, and the mail server: settings, connection, what its answers mean. Decides neither
 * who gets a message nor what it says.
 */
@NullMarked
package org.fupin.delivery.smtp;

import org.jspecify.annotations.NullMarked;
