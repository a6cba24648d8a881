package org.fupin.job.reading;

import org.fupin.extraction.Extractor;
import org.fupin.observation.Printable;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.title.StatedFacts;
import org.fupin.warehouse.load.StoredDocument;
import org.slf4j.LoggerFactory;

/** Reads documents by this version of the program from the texts that the warehouse keeps. */
public final class StoredReader {

    private final DocumentReader reader = DocumentReader.create();
    private final Extractor extractor = Extractor.create();

    /** @throws UnreadableDocumentException also where the program meets a fault of its own in the document */
    public ExtractedDocument read(StoredDocument stored) throws UnreadableDocumentException {
        try {
            return extractor.extract(
                    reader.readAgain(stored.file(), stored.text(), stored.tables(), StatedFacts.of(stored.articles())));
        } catch (RuntimeException e) {
            // A fault of ours in one document must not keep the others from being read.
            LoggerFactory.getLogger(StoredReader.class)
                    .error(
                            "{} met a fault of the program",
                            Printable.line(stored.file().name()),
                            e);
            throw new UnreadableDocumentException(
                    RejectionReason.INTERNAL_ERROR, "met a fault of the program: " + e, e);
        }
    }
}
