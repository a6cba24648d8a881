/**
 * What shows in the text itself, whatever the amounts: malformed numbers, years with a wrong digit or out of place, tables
 * that were not read.
 */
@NullMarked
package org.fupin.audit.text;

import org.jspecify.annotations.NullMarked;
