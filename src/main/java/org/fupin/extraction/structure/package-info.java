/**
 * How a sentence is built, found once for all passes: its marks and brackets, clauses with their subjects and predicates, the
 * part that each figure plays in its clause, and enumerations with their topic and items. Concludes no field.
 */
@NullMarked
package org.fupin.extraction.structure;

import org.jspecify.annotations.NullMarked;
