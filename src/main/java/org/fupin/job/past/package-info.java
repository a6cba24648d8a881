/**
 * Reports of past editions: which editions are asked for, and their files in a folder of their own. The warehouse and the present
 * reports stay as they are, and nobody gets mail.
 */
@NullMarked
package org.fupin.job.past;

import org.jspecify.annotations.NullMarked;
