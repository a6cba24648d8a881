package org.fupin.report.headline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.observation.Kind;
import org.fupin.observation.Observation;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.DoubtReasons.DoubtReason;
import org.fupin.reference.HeadlineWords;
import org.fupin.reference.HeadlineWords.Role;
import org.fupin.reference.HeadlineWords.WordRule;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.jspecify.annotations.Nullable;

/**
 * A headline indicator of a province and year.
 *
 * @param indicator what it is
 * @param status whether a figure is shown, and why none is
 * @param figure null unless one is shown
 * @param basis of the figure; null without one
 * @param among where the figure stands among others of the indicator
 * @param finding the worst one that involves the figure and does not hold; null if there is none
 * @param change the growth, or else the absolute change or a multiple of the year before, that the source states of the
 *     figure; null if none
 * @param flags the figure's; {@link Flag#NOT_AVAILABLE} where the measure is
 *     not stated, {@link Flag#ONLY_OTHER} where it is stated as something else only
 * @param note what a reader must know of how it was chosen (another date, a part of the total, one of several), or why no
 *     figure is shown; empty if nothing
 * @param earlier one for each earlier year that is held, ascending
 */
public record Headline(
        Indicator indicator,
        HeadlineStatus status,
        @Nullable Figure figure,
        @Nullable Basis basis,
        Among among,
        @Nullable Finding finding,
        @Nullable Figure change,
        List<Flag> flags,
        String note,
        List<Earlier> earlier) {

    /** In percentage points: what the rounding of stated amounts can make of a growth. */
    private static final BigDecimal ROUNDING = BigDecimal.ONE;

    /** As many characters have room in a line of a card. */
    private static final int CARD = 36;

    private static final HeadlineWords WORDS = HeadlineWords.load();

    private static final DoubtReasons DOUBTS = DoubtReasons.load();

    /**
     * The same indicator in an earlier year.
     *
     * @param figure as that year's report states it; null where it states none
     * @param basis of the figure; null without one
     */
    public record Earlier(
            int year,
            @Nullable Observation figure,
            @Nullable Basis basis) {}

    public Headline {
        flags = List.copyOf(flags);
        earlier = List.copyOf(earlier);
    }

    /** The headline of an indicator that a report does not state. */
    public static Headline notStated(Indicator indicator) {
        return new Headline(
                indicator,
                HeadlineStatus.NOT_STATED,
                null,
                null,
                Among.NOTHING,
                null,
                null,
                List.of(Flag.NOT_AVAILABLE),
                "",
                List.of());
    }

    public boolean isAvailable() {
        return figure != null;
    }

    /** Whether the figure is other than the indicator's name says, as its note tells: nobody may say the indicator of it outright. */
    public boolean isQualified() {
        return note.contains(HeadlineNotes.NOT_MOVED)
                || note.contains(HeadlineNotes.HELPED)
                || WORDS.of(Role.CAUTION, indicator.code()).stream().anyMatch(rule -> note.contains(rule.value()));
    }

    /** In what other words the source states the indicator; empty if in none that a reader has to know. */
    public String wording() {
        return WORDS.of(Role.NOTE, indicator.code()).stream()
                .map(WordRule::value)
                .filter(note::contains)
                .findFirst()
                .orElse("");
    }

    /** The counties that the figure is of, as the source names them; empty if it is of others, or names none. */
    public String counties() {
        return figure == null || basis == null || basis.scope() != Scope.KEY_COUNTIES ? "" : CountyGroup.of(figure);
    }

    /** The value in the base unit: negative for a growth that is a decline, positive for all else; null if none. */
    public @Nullable BigDecimal value() {
        return figure == null ? null : value(indicator, figure.observation());
    }

    /** The value of {@code earlier} as {@link #value()} gives this year's. */
    public @Nullable BigDecimal value(Earlier year) {
        return value(indicator, year.figure());
    }

    /** The amount for people, such as "about 2.352 billion Yuan"; empty if there is none. */
    public String text() {
        return figure == null ? "" : text(figure.observation());
    }

    /** The amount for people, or why there is none, such as "Not stated". */
    public String inWords() {
        return switch (status) {
            case SHOWN -> text();
            case SEVERAL -> "Several stated";
            case ONLY_OTHER -> "Not as such";
            case NOT_STATED -> "Not stated";
        };
    }

    /** The amount of {@code earlier} as {@link #text()} gives this year's. */
    public String text(Earlier year) {
        return text(year.figure());
    }

    /** Of whom the figure is, for people; empty for the whole province, and for a payer's money, whose label says it. */
    public String scope() {
        if (basis == null || indicator.payer() != null && basis.scope() == Scope.PAYER_PART) {
            return "";
        }
        if (note.contains(HeadlineNotes.MOSTLY) || basis.money() == null && basis.scope() == Scope.PROVINCE) {
            return "";
        }
        String counties = counties();
        return counties.isEmpty() ? basis.label() : FigureText.capital(counties) + " only";
    }

    /** As {@link #scope()}, in so few words that a card has room for them. */
    public String briefScope() {
        String scope = scope();
        return scope.length() > CARD ? basis.label() : scope;
    }

    /** The stated change for people: "up 15.1%", "2 times that of 2011"; empty if none is stated. */
    public String changeText() {
        if (change == null || figure == null) {
            return "";
        }
        return change.observation().kind() == Kind.MULTIPLE
                ? change.text() + " that of " + (figure.year() - 1)
                : change.text();
    }

    /** Why the reading of the figure is in doubt, in sentences without full stops; empty if it is not. */
    public String doubt() {
        if (figure == null) {
            return "";
        }
        List<String> reasons = new ArrayList<>();
        // What is chosen by other words than those of its measure does not depend on the measure.
        boolean byMeasure = figure.observation().measure() == indicator.measure();
        for (DoubtReason reason : DOUBTS.all()) {
            if (figure.observation().doubt().contains(reason.code())
                    && (byMeasure || !reason.field().equals("measure"))) {
                reasons.add(FigureText.lower(reason.sentence()));
            }
        }
        return reasons.isEmpty() ? "" : "The reading is doubtful: " + String.join("; ", reasons);
    }

    /** What the checks found of the figure, for people; empty if all that involves it holds. */
    public String findingText() {
        return finding == null ? "" : finding.message();
    }

    /**
     * That the figures of this year and the one before make another growth than is stated, for people; empty if they make
     * the same, cannot be compared, or no growth is stated.
     */
    public String contradictedChange() {
        if (figure == null || change == null || change.observation().kind() != Kind.GROWTH) {
            return "";
        }
        for (Earlier year : earlier) {
            BigDecimal before = value(year);
            BigDecimal stated = change.signedBaseValue();
            if (year.year() == figure.year() - 1
                    && before != null
                    && before.signum() > 0
                    && stated != null
                    && difference(year).isEmpty()) {
                BigDecimal made = value().subtract(before)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(before, 1, RoundingMode.HALF_UP);
                if (made.subtract(stated).abs().compareTo(ROUNDING) > 0) {
                    return "The figures of both years make " + (made.signum() < 0 ? "down " : "up ")
                            + FigureText.grouped(made.abs()) + "%, not " + change.text();
                }
            }
        }
        return "";
    }

    /** The figure of the year before; empty if there is none, or none of this year. */
    public Optional<Earlier> yearBefore() {
        return earlier.stream()
                .filter(year -> figure != null && year.figure() != null && year.year() == figure.year() - 1)
                .findFirst();
    }

    /** Scope, note, contradicted change, doubt and finding, those that there are. */
    public List<String> remarks() {
        return remarks(contradictedChange(), findingText());
    }

    /** As {@link #remarks()}, with other words for the finding: a report tells one once, whatever figures it involves. */
    public List<String> remarks(String finding) {
        return remarks(contradictedChange(), finding);
    }

    /** As {@link #remarks(String)}, without what only the reports of earlier years tell. */
    public List<String> ownRemarks(String finding) {
        return remarks("", finding);
    }

    private List<String> remarks(String contradiction, String finding) {
        List<String> remarks = new ArrayList<>(List.of(scope(), note, contradiction, doubt(), finding));
        remarks.removeIf(String::isEmpty);
        return remarks;
    }

    /**
     * Why the figure of an earlier year cannot be compared with this one, for people: "key or poor counties only"; empty if
     * it can, or if one of the years has none.
     */
    public String difference(Earlier year) {
        return basis == null || year.basis() == null ? "" : basis.difference(year.basis());
    }

    private String text(@Nullable Observation of) {
        if (of == null) {
            return "";
        }
        // A decrease of the poor population is here the number of people lifted out of poverty: no direction.
        return indicator == Indicator.INCOME_GROWTH ? FigureText.of(of) : FigureText.undirected(of);
    }

    private static @Nullable BigDecimal value(Indicator indicator, @Nullable Observation figure) {
        if (figure == null) {
            return null;
        }
        return indicator == Indicator.INCOME_GROWTH
                ? Figure.signedBaseValue(figure)
                : figure.quantity().baseValue();
    }
}
