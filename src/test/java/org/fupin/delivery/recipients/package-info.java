@NullMarked
package org.fupin.delivery.recipients;

import org.jspecify.annotations.NullMarked;
