package org.fupin.steps;

import java.util.function.Consumer;
import org.fupin.audit.Auditor;

/** Audits the figures of a text that an {@link ExtractionRun} has just extracted, so that only the audit's steps are taken. */
public final class AuditRun implements Consumer<String> {

    private final Auditor auditor = Auditor.create();

    @Override
    public void accept(String text) {
        auditor.audit(ExtractionRun.lastOf(text));
    }
}
