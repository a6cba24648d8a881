/**
 * Checks the arithmetic that reports state: a pure function from what was extracted to findings. Each rule is one class
 * behind {@link org.fupin.audit.AuditRule}; {@link org.fupin.audit.Auditor} runs them.
 */
@NullMarked
package org.fupin.audit;

import org.jspecify.annotations.NullMarked;
