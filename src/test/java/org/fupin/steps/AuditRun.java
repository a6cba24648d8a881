package org.fupin.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fupin.audit.Auditor;
import org.fupin.observation.document.ExtractedArticle;

/** Audits the figures of a text as {@link ExtractionRun} reads it. What was extracted once is kept: a second run takes the audit's steps. */
public final class AuditRun implements Consumer<String> {

    private final ExtractionRun extraction = new ExtractionRun();
    private final Auditor auditor = Auditor.create();
    private final Map<String, List<ExtractedArticle>> extracted = new HashMap<>();

    @Override
    public void accept(String text) {
        auditor.audit(extracted.computeIfAbsent(text, extraction::extract));
    }
}
