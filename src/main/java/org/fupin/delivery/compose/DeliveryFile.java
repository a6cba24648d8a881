package org.fupin.delivery.compose;

import java.util.Locale;

/**
 * A file that is mailed.
 *
 * @param path relative to the folder of the outputs, with {@code /}
 * @param sha256 of its content, lower-case hexadecimal; with the path it names one version of the file
 * @param size bytes
 * @param mediaType such as {@code application/pdf}
 */
public record DeliveryFile(String path, String sha256, long size, String mediaType) {

    public DeliveryFile {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256 of " + path + ": " + sha256);
        }
    }

    /** What stands behind the last dot, in lower case. */
    String format() {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The path without its folders. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folders of the path without a slash at the end, empty if there are none. */
    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
