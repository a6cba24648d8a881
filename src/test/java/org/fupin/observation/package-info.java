@NullMarked
package org.fupin.observation;

import org.jspecify.annotations.NullMarked;
