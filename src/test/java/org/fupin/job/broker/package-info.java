@NullMarked
package org.fupin.job.broker;

import org.jspecify.annotations.NullMarked;
