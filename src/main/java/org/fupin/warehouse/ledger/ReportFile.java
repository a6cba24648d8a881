package org.fupin.warehouse.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A report that was written.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param region ISO 3166-2, null for a summary over all provinces
 * @param vintage the vintage of what it reports on; for a summary a number that changes with any of its provinces'
 */
public record ReportFile(
        String path, String sha256, @Nullable String region, int year, int vintage) {}
