package org.fupin.publish.notice;

import java.util.List;
import java.util.Locale;
import org.fupin.delivery.compose.ReportNotice.CorrectedFigure;
import org.fupin.observation.Observation;
import org.fupin.report.Check;
import org.fupin.report.CorrectedLine;
import org.fupin.report.Differences;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;

/** In the words of the reports. */
final class EnglishNotice implements NoticeLanguage {

    @Override
    public String label(Indicator indicator) {
        return indicator.label();
    }

    @Override
    public String amount(Headline headline) {
        return headline.text();
    }

    @Override
    public String several() {
        return "several stated";
    }

    @Override
    public String statedChange(Headline headline) {
        return headline.change() == null ? "" : "Stated: " + headline.changeText();
    }

    @Override
    public String yearBefore(Headline headline) {
        return headline.yearBefore()
                .map(year -> {
                    String difference = headline.difference(year);
                    return year.year() + ": " + headline.text(year)
                            + (difference.isEmpty() ? "" : " (" + difference + ", not comparable)");
                })
                .orElse("");
    }

    @Override
    public List<String> remarks(Headline headline, ProvinceYearReport report) {
        return report.remarks(headline);
    }

    @Override
    public String doubt(ProvinceYearReport report) {
        return report.doubt();
    }

    @Override
    public String finding(Check check) {
        return check.message();
    }

    @Override
    public String item(Observation observation) {
        return observation.item();
    }

    @Override
    public String amount(Observation observation) {
        return FigureText.of(observation);
    }

    @Override
    public String before(RevisionLine line) {
        return Differences.text(line);
    }

    @Override
    public CorrectedFigure corrected(CorrectedLine line) {
        Figure figure = line.figure();
        String what = figure == null
                ? "\"" + line.correction().text() + "\""
                : figure.observation().item() + ": " + figure.text();
        return new CorrectedFigure(
                what, line.field().toLowerCase(Locale.ROOT) + ": " + line.corrected(), line.asRead());
    }
}
