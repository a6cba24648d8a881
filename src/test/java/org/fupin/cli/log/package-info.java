@NullMarked
package org.fupin.cli.log;

import org.jspecify.annotations.NullMarked;
