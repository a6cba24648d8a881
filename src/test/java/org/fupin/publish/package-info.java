@NullMarked
package org.fupin.publish;

import org.jspecify.annotations.NullMarked;
