package org.fupin.extraction.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.extraction.text.Lexicon.Context;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.observation.Dimension;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** What a header, a stub, a caption or a sentence says of the figures that stand under it, beside it or below it. */
final class TableLabel {

    /**
     * The unit of figures.
     *
     * @param unit null where only a magnitude is said: "(million)"
     * @param noun what is counted, where the unit is said by its noun
     */
    record Scale(
            @Nullable Unit unit,
            BigDecimal factor,
            @Nullable PerUnit per,
            @Nullable Noun noun) {

        boolean isMoney() {
            return unit != null && unit.dimension() == Dimension.MONEY;
        }
    }

    /** Words that notes have beside the names of what is measured. */
    private static final Set<String> NO_NAMES = Set.of("note", "figure", "amount", "number", "value", "with", "that");

    /** As written, for the item. */
    String text = "";
    /** The units in their order: a caption may name several. */
    List<Scale> scales = List.of();
    /** Whether it says nothing but a unit. */
    boolean onlyUnit;

    @Nullable
    Period period;

    /** Months of a year that is said elsewhere, first and last; 0 where none are. */
    int firstMonth;

    int lastMonth;
    /** Whether it is the last day of the period that counts. */
    boolean end;

    @Nullable
    Status status;

    @Nullable
    Kind kind;

    @Nullable
    Direction direction;

    /** What a second figure in brackets is of the one before it, where a note says so. */
    @Nullable
    Kind ofBrackets;

    @Nullable
    FundingSource payer;

    /** What an amount of money is of, null where no word says so. */
    @Nullable
    Measure money;

    /** What is counted. */
    @Nullable
    Noun noun;

    /** Whether the noun is one of several things; a single one may only be the use of money. */
    boolean plural;

    /** What a percentage is of that is a rate. */
    @Nullable
    Measure rate;

    /** The words that say so. */
    String topic = "";

    /** Whether it is a statement of a note that names the figures whose unit it says: "area in mu". */
    boolean named;

    /** Such statements of the notes of a table. */
    final List<TableLabel> statements = new ArrayList<>(0);

    private @Nullable Set<String> words;

    final List<Context> contexts = new ArrayList<>();
    boolean poor;

    @Nullable
    PerUnit per;

    @Nullable
    String place;

    boolean numberOf;
    /** Cues of the types that only some uses ask for. */
    final Set<Type> types = EnumSet.noneOf(Type.class);
    /** The type that the label is of as a whole, null where it has words of its own. */
    @Nullable
    Type whole;

    /** What is left of it when all that is understood otherwise is taken away, for the item. */
    String item = "";

    boolean is(Type type) {
        return types.contains(type);
    }

    boolean isTotal() {
        return is(Type.TOTAL) || is(Type.SUBTOTAL);
    }

    /** Whether it says what is measured. */
    boolean hasTopic() {
        return money != null || noun != null || rate != null;
    }

    boolean isDerived() {
        return kind != null && kind != Kind.LEVEL;
    }

    /** Whether it says anything of what its figures are. */
    boolean tells() {
        return hasTopic()
                || !scales.isEmpty()
                || payer != null
                || place != null
                || !item.isEmpty()
                || isTotal()
                || isDerived();
    }

    /** Whether it names what a statement of a note names: they share a word. */
    boolean isNamedBy(TableLabel statement) {
        return !Collections.disjoint(words(), statement.words());
    }

    /** Its words in the singular, without those that name nothing. */
    private Set<String> words() {
        if (words == null) {
            words = new HashSet<>();
            for (String word :
                    (text + " " + item + " " + topic).toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                if (word.length() > 3) {
                    words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
                }
            }
            words.removeAll(NO_NAMES);
        }
        return words;
    }

    /** How much it says of what is measured, to tell on which side of a table that is said. */
    int weight() {
        return (scales.isEmpty() ? 0 : 4) + (hasTopic() ? 2 : 0) + (payer != null ? 1 : 0);
    }

    /** Takes what is counted for the one who pays, where it can be that and no unit says otherwise. */
    void payOnly() {
        boolean places = is(Type.PLACES)
                || noun != null
                        && (noun.measure() == Measure.COUNTIES
                                || noun.measure() == Measure.PREFECTURES
                                || noun.measure() == Measure.TOWNS);
        if (payer == null && places && place == null && scales.isEmpty() && !numberOf) {
            payer = FundingSource.LOCAL;
        }
        if (payer != null && scales.isEmpty() && !numberOf) {
            noun = null;
        }
    }

    /** What of {@code plain} it says is done with it, {@code plain} itself where it says nothing. */
    Measure refined(Measure plain) {
        for (Context context : contexts) {
            if (context.from().contains(plain)) {
                return context.to();
            }
        }
        boolean people = plain == Measure.PEOPLE || plain == Measure.HOUSEHOLDS;
        return people && poor ? Measure.POOR_POPULATION : plain;
    }

    /** This label under another: what it does not say itself is as above. */
    TableLabel under(@Nullable TableLabel above) {
        if (above == null) {
            return this;
        }
        TableLabel both = new TableLabel();
        both.text = text;
        boolean topic = hasTopic() && !paysFor(above);
        both.scales = scales.isEmpty() && (!topic || above.fits(this)) ? above.scales : scales;
        both.onlyUnit = onlyUnit && above.onlyUnit;
        both.period = period != null ? period : above.period;
        both.firstMonth = firstMonth != 0 ? firstMonth : above.firstMonth;
        both.lastMonth = firstMonth != 0 ? lastMonth : above.lastMonth;
        both.end = end || above.end;
        both.status = status != null ? status : above.status;
        both.kind = kind != null ? kind : above.kind;
        both.direction = kind != null ? direction : above.direction;
        both.ofBrackets = ofBrackets != null ? ofBrackets : above.ofBrackets;
        both.payer = payer != null || isTotal() ? payer : above.payer;
        both.money = topic ? money : above.money;
        both.noun = topic ? noun : above.noun;
        both.plural = topic ? plural : above.plural;
        both.rate = topic ? rate : above.rate;
        both.topic = topic ? this.topic : above.topic;
        both.statements.addAll(statements);
        both.statements.addAll(above.statements);
        both.contexts.addAll(contexts);
        both.contexts.addAll(above.contexts);
        both.poor = poor || above.poor;
        both.per = per != null ? per : above.per;
        both.place = place != null ? place : above.place;
        both.numberOf = numberOf || !topic && above.numberOf;
        both.types.addAll(types);
        both.whole = whole != null ? whole : item.isEmpty() && period == null ? above.whole : null;
        both.item = items(above);
        if (period != null && firstMonth == 0 && above.firstMonth != 0 && above.period == null) {
            both.firstMonth = above.firstMonth;
            both.lastMonth = above.lastMonth;
        }
        return both;
    }

    /** Whether what it counts are those who pay the money above: "Raised by the masses" under "Funds invested". */
    private boolean paysFor(TableLabel above) {
        return payer != null
                && noun != null
                && money == null
                && rate == null
                && above.money != null
                && scales.isEmpty()
                && !numberOf;
    }

    /** "Central" under "Poverty alleviation funds" are "Central poverty alleviation funds". */
    private String items(TableLabel above) {
        if (above.whole == Type.YEAR) {
            return item; // "2011" under "Year"
        }
        if (item.isEmpty() || above.item.isEmpty()) {
            return item.isEmpty() ? above.item : item;
        }
        if (paysFor(above) && item.indexOf(' ') > 0) {
            return above.item + (item.contains(" by ") ? " " : " of ") + lowered(item);
        }
        if (hasTopic() && !paysFor(above) || place != null) {
            return item;
        }
        return above.place != null ? item : item + " " + lowered(above.item);
    }

    /** The text as it is written within a phrase. */
    static String lowered(String text) {
        // names keep their capitals
        boolean word = text.length() > 1 && text.chars().skip(1).noneMatch(Character::isUpperCase);
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    /** Whether a unit above holds for the figures of a label that says what it measures but in no unit. */
    private boolean fits(TableLabel below) {
        return scales.stream().anyMatch(scale -> scale.isMoney() == (below.money != null));
    }
}
