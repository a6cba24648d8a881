/**
 * Housekeeping: removes old records of Spring Batch and old superseded files. Deciding what is old and removing it belongs
 * here. The warehouse keeps all that it has, so nothing here touches figures, documents, findings or the ledgers.
 */
@NullMarked
package org.fupin.job.purge;

import org.jspecify.annotations.NullMarked;
