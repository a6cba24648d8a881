@NullMarked
package org.fupin.settings;

import org.jspecify.annotations.NullMarked;
