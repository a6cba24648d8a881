package org.fupin.delivery.compose;

import java.util.List;
import org.fupin.delivery.recipients.Office;
import org.jspecify.annotations.Nullable;

/**
 * A file in a message.
 *
 * @param name that it has there, in any script
 * @param area ISO code of the region whose report it is, empty for a summary; null where that was not noted
 */
public record Enclosure(
        DeliveryFile file, String name, @Nullable String area) {

    /** Whether the office is to get all of the files. */
    public static boolean areAllFor(Office office, List<Enclosure> files) {
        return files.stream().allMatch(file -> file.isFor(office));
    }

    private boolean isFor(Office office) {
        return office.wantsFormat(file.format())
                && (area == null || (area.isEmpty() ? office.summaries() : office.wantsArea(area)));
    }
}
