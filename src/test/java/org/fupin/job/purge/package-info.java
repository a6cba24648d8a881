@NullMarked
package org.fupin.job.purge;

import org.jspecify.annotations.NullMarked;
