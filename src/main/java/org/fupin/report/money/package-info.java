/**
 * The money of a province and year by payer and programme, each amount once, and other money apart. What an amount is used
 * for is decided by words of the reference data. Not the choice of the headline total.
 */
@NullMarked
package org.fupin.report.money;

import org.jspecify.annotations.NullMarked;
