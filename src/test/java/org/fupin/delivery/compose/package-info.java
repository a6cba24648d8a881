@NullMarked
package org.fupin.delivery.compose;

import org.jspecify.annotations.NullMarked;
