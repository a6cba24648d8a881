/**
 * What an audit found of figures, and by which rule. How it is found belongs to the audit.
 */
@NullMarked
package org.fupin.observation.finding;

import org.jspecify.annotations.NullMarked;
