package org.fupin.publish;

import org.jspecify.annotations.Nullable;

/**
 * A report file that a run makes.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param region ISO 3166-2; null for a summary over all provinces
 */
public record PlannedReport(String path, @Nullable String region, int year, RenderReason reason) {}
