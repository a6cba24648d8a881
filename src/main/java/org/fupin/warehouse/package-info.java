/**
 * The warehouse: the schema is in {@code resources/db/migration}, this package loads documents into it, keeps their
 * vintages and reads them back as the values of {@code observation}. Spring JDBC only; no class here opens a
 * transaction, each says where it needs the caller's.
 *
 * <h2>Vintages</h2>
 *
 * Articles are the unit that is replaced. Two articles with the same region, year, title and partner are vintages of
 * one; a row is current until a later run supersedes it, and is valid for the runs from {@code valid_from_run}
 * (inclusive) to {@code valid_to_run} (exclusive). Nothing is deleted.
 */
@NullMarked
package org.fupin.warehouse;

import org.jspecify.annotations.NullMarked;
