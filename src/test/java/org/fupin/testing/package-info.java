/** What the tests of several packages share. */
@NullMarked
package org.fupin.testing;

import org.jspecify.annotations.NullMarked;
