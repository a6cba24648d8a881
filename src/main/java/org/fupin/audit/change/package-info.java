/**
 * Levels at two times, and the change, growth and percentage points between them.
 */
@NullMarked
package org.fupin.audit.change;

import org.jspecify.annotations.NullMarked;
