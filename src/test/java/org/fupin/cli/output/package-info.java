@NullMarked
package org.fupin.cli.output;

import org.jspecify.annotations.NullMarked;
