/**
 * The inbox: its files, archives and what is stated beside them; documents with the same content, articles that conflict, and
 * what is rejected or left, with its reason. Turning a file's bytes into a document with its figures belongs here. Loading it
 * does not, nor the steps of a run: this package knows no database and no Spring Batch.
 */
@NullMarked
package org.fupin.intake;

import org.jspecify.annotations.NullMarked;
