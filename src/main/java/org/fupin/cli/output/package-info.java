/**
 * What commands print and return apart from records: summaries, progress, metrics, exit codes, and the streams that these go to.
 * What is in a result belongs to the package that gives it.
 */
@NullMarked
package org.fupin.cli.output;

import org.jspecify.annotations.NullMarked;
