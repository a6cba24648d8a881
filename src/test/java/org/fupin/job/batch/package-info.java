@NullMarked
package org.fupin.job.batch;

import org.jspecify.annotations.NullMarked;
