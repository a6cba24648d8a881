/**
 * ZIP containers in memory: their entries, kinds and the names of members. What is done with the members belongs to those
 * who open one.
 */
@NullMarked
package org.fupin.reading.zip;

import org.jspecify.annotations.NullMarked;
