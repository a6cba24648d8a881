package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Context;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Status;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** What a header, a stub, a caption or a sentence says of the figures that stand under it, beside it or below it. */
final class TableLabel {

    /** Shorter words name nothing. */
    private static final int SHORTEST_NAME = 4;

    private static final Set<Measure> PLACES = EnumSet.of(Measure.COUNTIES, Measure.PREFECTURES, Measure.TOWNS);

    /** As written. */
    String text = "";
    /** The units in their order: a caption may name several. */
    List<Scale> scales = List.of();

    LabelTime time = LabelTime.NONE;
    Measured topic = Measured.NONE;

    @Nullable
    Status status;

    @Nullable
    Kind kind;

    @Nullable
    Direction direction;

    @Nullable
    FundingSource payer;

    @Nullable
    PerUnit per;

    @Nullable
    String place;

    final List<Context> contexts = new ArrayList<>(0);
    boolean poor;
    final Set<Type> types = EnumSet.noneOf(Type.class);
    /** The type that the label is of as a whole, null where it has words of its own. */
    @Nullable
    Type whole;

    /** Why what stands under it are no figures, null where they can be. */
    @Nullable
    LeftOutReason noFigure;

    /** What is left of it when all that is understood otherwise is taken away. */
    String item = "";

    boolean is(Type type) {
        return types.contains(type);
    }

    boolean isTotal() {
        return is(Type.TOTAL) || is(Type.SUBTOTAL);
    }

    boolean isDerived() {
        return kind != null && kind != Kind.LEVEL;
    }

    /** Whether it says a change in the unit of its level. */
    boolean isChange() {
        return kind == Kind.CHANGE && scales.isEmpty();
    }

    /** Whether it says nothing but a unit. */
    boolean isUnit() {
        return item.isEmpty() && !scales.isEmpty() && !isDerived();
    }

    /** Whether it says what is measured or in which unit. */
    boolean measures() {
        return topic.isTold() || !scales.isEmpty();
    }

    /** Whether it says anything of what its figures are. */
    boolean tells() {
        return measures() || payer != null || place != null || !item.isEmpty() || isTotal() || isDerived();
    }

    /** How much it says of what is measured, to tell on which side of a table that is said. */
    int weight() {
        return isDerived() ? 0 : (scales.isEmpty() ? 0 : 4) + (topic.isTold() ? 2 : 0) + (payer != null ? 1 : 0);
    }

    /** The words that name something, in the singular. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        String all = (text + " " + item + " " + topic.words()).toLowerCase(Locale.ROOT);
        Arrays.stream(all.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .forEach(word -> names.add(Lemma.of(word)));
        return names;
    }

    /** Takes what is counted for the one who pays, where it can be that and no unit says otherwise. */
    void payOnly() {
        if (scales.isEmpty() && !is(Type.NUMBER_OF)) {
            boolean places = is(Type.PLACES)
                    || topic.noun() != null && PLACES.contains(topic.noun().measure());
            payer = payer == null && places && place == null ? FundingSource.LOCAL : payer;
            topic = payer == null ? topic : topic.withoutNoun();
        }
    }

    /** What of {@code plain} it says is done with it, {@code plain} itself where it says nothing. */
    Measure refined(Measure plain) {
        for (Context context : contexts) {
            if (context.from().contains(plain)) {
                return context.to();
            }
        }
        return poor && (plain == Measure.PEOPLE || plain == Measure.HOUSEHOLDS) ? Measure.POOR_POPULATION : plain;
    }

    /** This label under another: what it does not say itself is as above. */
    TableLabel under(@Nullable TableLabel above) {
        if (above == null) {
            return this;
        }
        TableLabel both = new TableLabel();
        boolean own = topic.isTold() && !paysFor(above);
        both.text = text;
        both.topic = own ? topic : above.topic;
        both.scales = scales.isEmpty() && (!own || above.fits(topic)) ? above.scales : scales;
        both.time = time.under(above.time);
        both.status = status != null ? status : above.status;
        both.kind = kind != null ? kind : above.kind;
        both.direction = kind != null ? direction : above.direction;
        both.payer = payer != null || isTotal() ? payer : above.payer;
        both.per = per != null ? per : above.per;
        both.place = place != null ? place : above.place;
        both.contexts.addAll(contexts);
        both.contexts.addAll(above.contexts);
        both.poor = poor || above.poor;
        both.types.addAll(types);
        if (!own && above.is(Type.NUMBER_OF)) {
            both.types.add(Type.NUMBER_OF);
        }
        boolean bare = item.isEmpty() && time.period() == null;
        both.whole = whole != null || !bare ? whole : above.whole;
        both.noFigure = whole != null || !bare ? noFigure : above.noFigure;
        both.item = items(above);
        return both;
    }

    /** This label at a time, where it tells none. */
    TableLabel at(LabelTime other) {
        if (time.period() != null || other.period() == null) {
            return this;
        }
        TableLabel timed = new TableLabel().under(this);
        timed.text = text;
        timed.time = other;
        return timed;
    }

    /** Whether what it counts are those who pay the money above: "Raised by the masses" under "Funds invested". */
    private boolean paysFor(TableLabel above) {
        boolean people = topic.noun() != null && topic.rate() == null;
        return payer != null && people && above.topic.money() != null && scales.isEmpty() && !is(Type.NUMBER_OF);
    }

    /** Whether a unit above holds for the figures of a label that says what it measures but in no unit. */
    private boolean fits(Measured below) {
        return scales.stream().anyMatch(scale -> scale.isMoney() == (below.money() != null));
    }

    /** "Central" under "Poverty alleviation funds" are "Central poverty alleviation funds". */
    private String items(TableLabel above) {
        if (above.whole == Type.YEAR || above.item.isEmpty() || above.place != null && !item.isEmpty()) {
            return item; // "2011" under "Year"
        }
        if (item.isEmpty()) {
            return above.item;
        }
        if (paysFor(above) && item.indexOf(' ') > 0) {
            return above.item + " " + lowered(item); // "Funds invested raised by the masses"
        }
        boolean itself = topic.isTold() && !paysFor(above) || place != null;
        return itself ? item : item + " " + lowered(above.item);
    }

    /** The text as it is written within a phrase; names keep their capitals. */
    static String lowered(String text) {
        boolean word = text.length() > 1 && text.chars().skip(1).noneMatch(Character::isUpperCase);
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
