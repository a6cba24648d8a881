package org.fupin.publish;

import org.jspecify.annotations.Nullable;

/**
 * A report file that there is to be, made or not.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param region ISO 3166-2; null for a summary over all provinces
 * @param earlierYears whether it shows headline figures of the years before its own
 * @param inputsSha256 of all that it is to show
 */
public record ExpectedReport(
        String path, @Nullable String region, int year, boolean earlierYears, String inputsSha256) {}
