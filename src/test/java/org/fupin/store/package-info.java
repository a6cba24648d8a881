@NullMarked
package org.fupin.store;

import org.jspecify.annotations.NullMarked;
