/**
 * The folder of the outputs: the report files and their formats, the manifest, superseded files, which reports have to be made
 * and why, and what the delivery is told of them. What a report says and how it is drawn belongs to the report; when one is
 * made belongs to the job.
 */
@NullMarked
package org.fupin.publish;

import org.jspecify.annotations.NullMarked;
