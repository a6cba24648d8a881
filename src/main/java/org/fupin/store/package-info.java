/**
 * Where things are kept: opening databases, the state of their tables and the migrations, the lock of a run, transactions,
 * and files that are replaced whole or not at all. What the tables hold belongs to the warehouse, the ledger of mail to the
 * delivery, what the files say to those who write them.
 */
@NullMarked
package org.fupin.store;

import org.jspecify.annotations.NullMarked;
