/**
 * Figures that cannot be or are hardly so, by common sense and the size of the province: no identity that the text states.
 */
@NullMarked
package org.fupin.audit.plausibility;

import org.jspecify.annotations.NullMarked;
