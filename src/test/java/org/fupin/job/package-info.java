@NullMarked
package org.fupin.job;

import org.jspecify.annotations.NullMarked;
