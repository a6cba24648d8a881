/**
 * What is held on provinces and years: articles, editions, revisions and findings, as values of the domain, and the export
 * of all. Loads nothing.
 */
@NullMarked
package org.fupin.warehouse.query;

import org.jspecify.annotations.NullMarked;
