/**
 * The command line: one class per command. {@code check}, {@code explain}, {@code validate} and all help work without a
 * database and load no class of Spring, so that they answer at once.
 */
@NullMarked
package org.fupin.cli;

import org.jspecify.annotations.NullMarked;
