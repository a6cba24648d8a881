package org.fupin.publish;

import java.util.List;
import org.fupin.publish.Manifest.Input;
import org.jspecify.annotations.Nullable;

/**
 * A report file that there is to be, made or not.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param region ISO 3166-2; null for a summary over all provinces
 * @param inputs what it is to be made from, by year and region
 */
public record ExpectedReport(String path, @Nullable String region, int year, List<Input> inputs) {

    public ExpectedReport {
        inputs = List.copyOf(inputs);
    }
}
