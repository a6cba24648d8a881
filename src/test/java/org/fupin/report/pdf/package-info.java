@NullMarked
package org.fupin.report.pdf;

import org.jspecify.annotations.NullMarked;
