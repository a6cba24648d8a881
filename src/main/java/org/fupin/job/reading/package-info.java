/**
 * Reading documents again from the texts that the warehouse keeps: what would change, and the edition that comes of it. It takes in
 * no file and makes no report.
 */
@NullMarked
package org.fupin.job.reading;

import org.jspecify.annotations.NullMarked;
