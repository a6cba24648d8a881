@NullMarked
package org.fupin.batch;

import org.jspecify.annotations.NullMarked;
