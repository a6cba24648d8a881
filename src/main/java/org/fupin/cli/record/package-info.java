/**
 * The records that {@code check} and {@code export} print: their types, field by field, and their forms, CSV and JSON
 * Lines. Which records a command prints belongs to the command.
 */
@NullMarked
package org.fupin.cli.record;

import org.jspecify.annotations.NullMarked;
