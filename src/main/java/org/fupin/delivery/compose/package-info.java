/**
 * What messages say: what of the outputs is for an office, the templates, texts and files of a message. Whether it was
 * sent, and how, does not belong here.
 */
@NullMarked
package org.fupin.delivery.compose;

import org.jspecify.annotations.NullMarked;
