@NullMarked
package org.fupin.job.remote;

import org.jspecify.annotations.NullMarked;
