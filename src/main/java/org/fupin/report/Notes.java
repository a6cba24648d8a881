package org.fupin.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.DoubtReasons.DoubtReason;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;

/** Writes the notes of a report: how to read it, its flags, and the codes and units that occur in it. */
final class Notes {

    private final List<Note> notes = new ArrayList<>();

    static List<Note> of(List<Figure> figures) {
        Notes notes = new Notes();
        notes.reading();
        for (Flag flag : Flag.values()) {
            notes.add("Flags", flag.mark(), flag.label(), flag.explanation());
        }
        for (DoubtReason reason : DoubtReasons.load().all()) {
            notes.add("Doubt", reason.code(), reason.field().replace('_', ' '), reason.sentence() + ".");
        }
        notes.units(figures);
        notes.codes("Kinds", Kind.values(), kind -> "", Labels::of);
        notes.codes("Status", Status.values(), status -> "", Labels::of);
        notes.codes("Qualifiers", Qualifier.values(), qualifier -> "", Labels::of);
        notes.codes("Directions", Direction.values(), direction -> "", Labels::of);
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        Set<Programme> programmes = EnumSet.noneOf(Programme.class);
        for (Figure figure : figures) {
            measures.add(figure.observation().measure());
            programmes.add(figure.programme());
        }
        notes.codes("Measures", measures.toArray(Measure[]::new), Measure::label, measure -> "");
        notes.codes("Programmes", programmes.toArray(Programme[]::new), Programme::label, programme -> "");
        notes.codes("Payers", FundingSource.values(), Labels::payer, payer -> "");
        notes.codes("Checks", FindingRule.values(), Labels::of, rule -> "");
        notes.codes("Severity", Severity.values(), severity -> "", Labels::of);
        notes.codes("Reasons for leaving out", LeftOutReason.values(), Labels::of, reason -> "");
        return List.copyOf(notes.notes);
    }

    private void reading() {
        String topic = "How to read";
        add(
                topic,
                "",
                "Figures",
                "Every figure is stated by a source; none is an estimate of this report. Its number leads to the sentence.");
        add(
                topic,
                "",
                "Headline figures",
                "Chosen by fixed rules: a fact of the year, for the province or for whom the line says; no plan, contract,"
                        + " trade, balance, sum of several years or single programme. A total that is broken down comes"
                        + " before a larger number. Where no rule decides, several are listed. Only figures of the same"
                        + " people, money and unit are compared.");
        add(
                topic,
                "",
                "Sums of money",
                "Money of the year put into poverty alleviation, each amount once: no part beside its total, no total stated"
                        + " again, no base of a percentage. Loans, contracts, trade, money brought in by others, stocks, plans"
                        + " and amounts larger than the headline total stand under their own titles and are not added up.");
        add(
                topic,
                "",
                "Programmes",
                "The money of a programme is what its own sections state. Different amounts may still overlap without saying"
                        + " so; programmes are not added up to one sum for the province.");
        add(
                topic,
                "",
                "Checks",
                "Arithmetic that the sources state themselves is done again. Differences within the rounding of the"
                        + " stated digits hold.");
        add(
                topic,
                "",
                "Doubtful figures",
                "A program read the sources. Where it had to guess a part of what a figure means, it says which and why;"
                        + " compare such a figure with its sentence.");
        add(topic, "", "Empty cells", "The source does not say, or the column does not apply. Empty is not zero.");
    }

    private void units(List<Figure> figures) {
        Map<String, Unit> units = new LinkedHashMap<>();
        figures.forEach(figure -> {
            Unit unit = figure.observation().quantity().unit();
            units.putIfAbsent(unit.code(), unit);
        });
        units.values().stream().sorted((a, b) -> a.code().compareTo(b.code())).forEach(unit -> {
            String label = unit.is("1") ? "number of things" : unit.label();
            String explanation = unit.code().equals(unit.base())
                    ? ""
                    : "One is " + FigureText.grouped(unit.toBase(BigDecimal.ONE)) + " " + unit.base()
                            + ", the base unit.";
            add("Units", unit.code(), label, explanation);
        });
    }

    private <E extends Coded> void codes(
            String topic, E[] codes, Function<E, String> term, Function<E, String> explanation) {
        for (E code : codes) {
            add(topic, code.code(), term.apply(code), explanation.apply(code));
        }
    }

    private void add(String topic, String code, String term, String explanation) {
        notes.add(new Note(topic, code, term, explanation));
    }
}
