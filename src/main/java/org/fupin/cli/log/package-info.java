/** The form of log lines. What is logged, and when, is in the packages that do the work. */
@NullMarked
package org.fupin.cli.log;

import org.jspecify.annotations.NullMarked;
