/**
 * What is held on a province and year: its articles, findings and displaced editions, and what an edition changed. How it
 * is kept belongs to the warehouse.
 */
@NullMarked
package org.fupin.observation.edition;

import org.jspecify.annotations.NullMarked;
