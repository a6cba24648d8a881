package org.fupin.delivery.smtp;

import java.io.IOException;
import org.fupin.delivery.compose.DeliveryFile;

/** Where the attachments come from. */
@FunctionalInterface
public interface FileSource {

    /**
     * The bytes of exactly this version of a file.
     *
     * @throws IOException if it is not there, has another content, or cannot be read; the message is then tried again
     *     later
     */
    byte[] read(DeliveryFile file) throws IOException;
}
