package org.fupin.job.step;

import java.util.ArrayList;
import java.util.List;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.observation.Correction;
import org.fupin.observation.Span;
import org.fupin.review.CorrectedNumber;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.warehouse.load.CorrectionLedger;
import org.jspecify.annotations.Nullable;

/** The corrections that were not applied, in words. */
public final class OpenCorrections {

    private OpenCorrections() {}

    /**
     * By document and place: those of the articles that hold, then those that are about none.
     *
     * @param folder null if the job has none
     */
    public static List<OpenCorrection> of(CorrectionLedger ledger, @Nullable CorrectionsFolder folder) {
        List<OpenCorrection> all = new ArrayList<>();
        for (CorrectionLedger.Open open : ledger.open()) {
            Correction correction = open.correction();
            all.add(new OpenCorrection(
                    text(
                            correction.text(),
                            correction.span(),
                            open.document(),
                            correction.field().code(),
                            correction.value(),
                            correction.by()),
                    String.valueOf(correction.problem())));
        }
        if (folder != null) {
            for (CorrectedNumber number :
                    ledger.assign(folder.corrections().numbers()).nowhere()) {
                number.lines()
                        .forEach(line -> all.add(new OpenCorrection(
                                text(
                                                number.text(),
                                                number.span(),
                                                "document " + number.documentId(),
                                                line.field().code(),
                                                line.value(),
                                                line.by())
                                        + " in " + line.place(),
                                "the warehouse holds no article of it")));
            }
        }
        return all;
    }

    private static String text(String text, Span span, String document, String field, String value, String by) {
        return "\"%s\" at %d of %s, %s = %s, by %s"
                .formatted(text, span.begin(), document, field, value.isEmpty() ? "(not stated)" : value, by);
    }
}
