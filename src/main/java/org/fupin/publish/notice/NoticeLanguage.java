package org.fupin.publish.notice;

import java.util.List;
import org.fupin.delivery.compose.ReportNotice.CorrectedFigure;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.observation.Observation;
import org.fupin.report.Check;
import org.fupin.report.CorrectedLine;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;

/** Words for what a message tells of a report. All texts are without a full stop; one that does not apply is empty. */
interface NoticeLanguage {

    static NoticeLanguage of(BodyLanguage language) {
        return language == BodyLanguage.CHINESE ? new ChineseNotice() : new EnglishNotice();
    }

    String label(Indicator indicator);

    /** The amount of a headline that has a figure. */
    String amount(Headline headline);

    /** That a headline has no figure because several are stated. */
    String several();

    /** The change that the source states of a headline's figure. */
    String statedChange(Headline headline);

    /** The figure of the year before, and why it cannot be compared. */
    String yearBefore(Headline headline);

    /** Of whom a headline's figure is, how it was chosen, what the reading and the checks doubt of it. */
    List<String> remarks(Headline headline, ProvinceYearReport report);

    /** How many figures of a report are doubtful. */
    String doubt(ProvinceYearReport report);

    String finding(Check check);

    /** What a revised figure is of. */
    String item(Observation observation);

    /** The amount with its direction. */
    String amount(Observation observation);

    /** What was read before of a figure that is read otherwise now, where it differs. */
    String before(RevisionLine line);

    /** What a person corrected, and what had been read. */
    CorrectedFigure corrected(CorrectedLine line);
}
