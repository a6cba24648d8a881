@NullMarked
package org.fupin.intake;

import org.jspecify.annotations.NullMarked;
