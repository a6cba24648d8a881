/**
 * What an operator sets: job files, options, environment and recipients, declared in {@link org.fupin.settings.Settings},
 * read once and checked before work starts; a job's limits, scope and database address as values. All mistakes are told at
 * once, each with its place. Reading a setting belongs here; acting on one does not: no database is opened, no inbox
 * listed, no file written.
 */
@NullMarked
package org.fupin.settings;

import org.jspecify.annotations.NullMarked;
