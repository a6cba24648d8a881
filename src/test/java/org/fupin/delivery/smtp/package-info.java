@NullMarked
package org.fupin.delivery.smtp;

import org.jspecify.annotations.NullMarked;
