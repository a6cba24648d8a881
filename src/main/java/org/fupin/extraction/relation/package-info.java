/**
 * How figures belong together: of which, share of, compared with, respectively, for each.
 */
@NullMarked
package org.fupin.extraction.relation;

import org.jspecify.annotations.NullMarked;
