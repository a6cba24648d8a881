package org.fupin.delivery;

import java.nio.file.Path;
import org.fupin.reference.Regions;

/** Reads {@code recipients.yml}. */
final class RecipientsReader {

    private RecipientsReader() {}

    static Recipients read(Path file, Regions regions) throws DeliveryConfigurationException {
        throw new UnsupportedOperationException();
    }
}
