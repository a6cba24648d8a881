package org.fupin.delivery.compose;

import java.util.Locale;
import java.util.Set;
import org.fupin.delivery.recipients.Office;

/**
 * A file that is mailed.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param sha256 of its content, lower-case hexadecimal; with the path it names one version of the file
 * @param size bytes
 * @param mediaType such as {@code application/pdf}
 */
public record DeliveryFile(String path, String sha256, long size, String mediaType) {

    private static final Set<String> ENDINGS_OF_DATA = Set.of("csv", "json");

    private static final String DESCRIPTION = "datapackage.json";

    public DeliveryFile {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256 of " + path + ": " + sha256);
        }
    }

    /** By which offices choose it: {@code data} for the files of a data package, else what stands behind the last dot. */
    String format() {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS_OF_DATA.contains(ending) ? Office.DATA : ending;
    }

    boolean isData() {
        return format().equals(Office.DATA);
    }

    /** The path without its folders; a data package's description, which has one name in all folders, is told apart by them. */
    public String fileName() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String[] parts = path.split("/");
        return name.equals(DESCRIPTION) && parts.length > 2
                ? parts[parts.length - 2] + "-" + parts[parts.length - 3] + "." + DESCRIPTION
                : name;
    }

    /** The folders of the path without a slash at the end, empty if there are none. */
    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
