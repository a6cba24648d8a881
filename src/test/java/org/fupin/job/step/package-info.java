@NullMarked
package org.fupin.job.step;

import org.jspecify.annotations.NullMarked;
