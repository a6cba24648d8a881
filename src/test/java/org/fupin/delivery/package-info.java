@NullMarked
package org.fupin.delivery;

import org.jspecify.annotations.NullMarked;
