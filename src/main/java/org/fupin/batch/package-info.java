/**
 * The job {@code province-year-reports}: ties reading, extraction, audit, warehouse and reports together. Nothing else
 * knows Spring Batch.
 */
@NullMarked
package org.fupin.batch;

import org.jspecify.annotations.NullMarked;
