package org.fupin.extraction.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Concludes from its labels what a figure of a table measures, for each of what, who pays, and how it is called. */
final class CellMeaning {

    private final TableLabel table;

    /** @param table what is said of all figures */
    CellMeaning(TableLabel table) {
        this.table = table;
    }

    /**
     * Concludes it on a figure that has a unit, or takes that of its level.
     *
     * @param first the label that says what is measured, before the other
     */
    void conclude(Mention mention, TableLabel first, TableLabel second, @Nullable Scale scale) {
        mention.measure = Measure.OTHER; // until its level says, where that has the unit
        if (mention.unit != null) {
            boolean known = mention.about != null && mention.about.measure != null;
            mention.measure = known ? mention.about.measure : measure(mention, first, second, scale);
            TableRules.add(mention, TableRules.MEASURE, mention.measure);
        }
        mention.item = item(first, second, mention.measure);
        Period period = mention.period;
        boolean flow = mention.measure == Measure.INCOME || mention.measure == Measure.ECONOMY;
        if (flow && period.type() == PeriodType.DAY && period.end().plusDays(1).getDayOfYear() == 1) {
            mention.period = Period.ofYear(period.end().getYear()); // earned in the year that ends there
        }
        boolean line = mention.measure == Measure.POVERTY_LINE && mention.isLevel();
        if (line && mention.status != Status.STANDARD) {
            mention.status = Status.STANDARD;
            mention.rules.add(TableRules.STANDARD);
        }
        PerUnit per = per(first, second, scale);
        per = per == null && line ? PerUnit.PERSON : per;
        if (per != null && !mention.isPercent() && (mention.isLevel() || mention.kind == Kind.CHANGE)) {
            mention.per = per;
            TableRules.add(mention, TableRules.PER, per);
        }
        boolean paid = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        FundingSource payer = mention.about != null ? mention.about.source : payer(first, second, mention.measure);
        if (paid && payer != null) {
            mention.source = payer;
            TableRules.add(mention, TableRules.PAYER, payer);
        }
    }

    private @Nullable PerUnit per(TableLabel first, TableLabel second, @Nullable Scale scale) {
        if (scale != null && scale.per() != null) {
            return scale.per();
        }
        boolean told = first.topic.isTold() || second.topic.isTold();
        return firstOf(told ? List.of(first, second) : List.of(first, second, table), label -> label.per);
    }

    private @Nullable FundingSource payer(TableLabel first, TableLabel second, Measure measure) {
        FundingSource ofAll = table.payer == FundingSource.CREDIT && measure != Measure.LOANS ? null : table.payer;
        if (table.is(Type.PAYER) && ofAll != null) {
            return ofAll; // the rows are the names of those who pay
        }
        boolean further = first.payer == FundingSource.FISCAL && second.payer != null;
        FundingSource one = further || first.payer == null ? second.payer : first.payer;
        return one != null ? one : ofAll;
    }

    private Measure measure(Mention mention, TableLabel first, TableLabel second, @Nullable Scale scale) {
        Dimension dimension = mention.unit.dimension();
        List<TableLabel> labels = List.of(first, second, table);
        boolean rate = dimension == Dimension.PERCENT && (mention.isLevel() || mention.kind == Kind.CHANGE);
        if (rate) {
            Measure told = firstOf(labels, label -> label.topic.rate());
            return told == null ? Measure.RATE : told;
        }
        return switch (dimension) {
            case AREA -> Measure.AREA;
            case LENGTH -> Measure.LENGTH;
            case MASS, VOLUME, ENERGY, POWER -> Measure.OUTPUT;
            case TIME -> Measure.TIME;
            case MONEY -> {
                Measure told = firstOf(labels, label -> label.topic.money());
                yield told == null ? Measure.FUNDS : told;
            }
            case PERCENT, RATIO -> {
                boolean other = second.isDerived() && !first.isDerived(); // "Share of funds"
                Measure told = firstOf(other ? List.of(second, first, table) : labels, CellMeaning::ofTopic);
                yield told == null ? Measure.OTHER : told;
            }
            default -> counted(mention, labels, scale);
        };
    }

    private static <T> @Nullable T firstOf(List<TableLabel> labels, Function<TableLabel, @Nullable T> told) {
        return labels.stream().map(told).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Measure ofTopic(TableLabel label) {
        Measured topic = label.topic;
        if (topic.money() == null && topic.noun() != null) {
            return label.refined(topic.noun().measure());
        }
        return topic.money() != null ? topic.money() : topic.rate();
    }

    private static Measure counted(Mention mention, List<TableLabel> labels, @Nullable Scale scale) {
        Noun noun = mention.noun;
        if (noun == null) {
            noun = Stream.of(
                            labels.get(0).topic.noun(),
                            labels.get(1).topic.noun(),
                            scale == null ? null : scale.noun(),
                            labels.get(2).topic.noun())
                    .filter(told -> isOf(told, mention.unit))
                    .findFirst()
                    .orElse(null);
        }
        if (noun != null && mention.unit.is(COUNT)) {
            mention.unit = noun.unit();
        }
        Measure plain = noun != null ? noun.measure() : byUnit(mention.unit);
        return labels.stream()
                .map(label -> label.refined(plain))
                .filter(measure -> measure != plain)
                .findFirst()
                .orElse(plain);
    }

    private static final String COUNT = "1";

    /** A noun for people is none for households, and a thing none for people. */
    private static boolean isOf(@Nullable Noun noun, Unit unit) {
        return noun != null && (unit.is(COUNT) || noun.unit().equals(unit));
    }

    private static Measure byUnit(Unit unit) {
        return switch (unit.dimension()) {
            case PEOPLE -> Measure.PEOPLE;
            case HOUSEHOLDS -> Measure.HOUSEHOLDS;
            default -> Measure.OTHER;
        };
    }

    /** The words of the label that says what is measured, with those of the other where these say which. */
    private String item(TableLabel first, TableLabel second, Measure measure) {
        String own = first.place == null ? first.item : "";
        String other = second.place == null && !second.isTotal() ? second.item : "";
        TableLabel named = own.isEmpty() ? second : first;
        String main = own.isEmpty() ? other : own;
        String topic = table.topic.words();
        if (main.isEmpty()) {
            return topic.isEmpty() ? measure.code().replace('_', ' ') : topic;
        }
        boolean adjective = named.payer != null || main.endsWith("ed") && main.indexOf(' ') < 0; // "Central", "Issued"
        if (adjective && !first.topic.isTold() && !second.topic.isTold() && !topic.isEmpty()) {
            return paid(main, topic);
        }
        if (own.isEmpty() || other.isEmpty() || other.equals(main)) {
            return main;
        }
        boolean payer = second.payer != null && !second.topic.isTold() && first.payer == null;
        return payer ? paid(other, main) : main + OF + other;
    }

    private static final String OF = " of ";

    /** "Central" funds, but funds of "prefectures and counties". */
    private static String paid(String payer, String topic) {
        return payer.indexOf(' ') < 0
                ? payer + " " + TableLabel.lowered(topic)
                : topic + OF + TableLabel.lowered(payer);
    }
}
