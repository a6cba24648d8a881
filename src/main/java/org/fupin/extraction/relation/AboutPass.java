package org.fupin.extraction.relation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.fupin.extraction.kind.StatusPass;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Leads derived figures (share, growth, change, gap, multiple, completion, ratio) to the level that they describe, the last
 * one that fits unless the rows of {@code rules/about.csv} tell otherwise, and gives them what they share with it.
 */
public final class AboutPass implements Pass {

    private static final String ABOUT = "about";

    /** What rows conclude: that no level is told, that it is of a growth or a level of the sentence before, of the planned things. */
    private static final String NONE = "none";

    private static final String GROWTH = "growth";

    private static final String LEVEL = "level";

    private static final String PLANNED = "planned";

    private final RuleTable table;

    public AboutPass(RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(ABOUT, Set.of(NONE, GROWTH, LEVEL, PLANNED)));
    }

    @Override
    public String name() {
        return ABOUT;
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        DerivedInOrder.pair(sentence, figures);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            Mention before = i == 0 ? null : figures.get(i - 1);
            if (mention.isLevel()) {
                boolean target = before != null
                        && before.kind == Kind.COMPLETION
                        && before.about != null
                        && sentence.isBracketedTarget(mention.lead);
                if (target) {
                    mention.measure = before.measure; // "152% of the planned task (30,000 people)"
                }
                continue;
            }
            Applied applied = mention.about == null ? rules.first(mention) : null;
            String told = applied == null ? "" : applied.value(ABOUT);
            if (mention.about == null) {
                Mention amount = amountOfItem(sentence, mention);
                mention.about = amount != null || told.equals(NONE) ? amount : level(sentence, figures, i);
                if (mention.about != null) {
                    mention.rules.add("about:level-before");
                }
            }
            if (mention.about == null && before != null) {
                asBefore(before, mention);
            }
            if (mention.about == null && applied != null) {
                goBy(sentence, figures, i, applied);
            }
            if (mention.about == null && mention.unit == null) {
                mention.leaveOutBare();
            }
            if (mention.about != null && mention.about.measure != null) {
                if (mention.measure != mention.about.measure) {
                    mention.measure = mention.about.measure;
                    mention.rules.add("measure-as-level", mention.about);
                }
                if (mention.unit == null) {
                    mention.unit = mention.about.unit;
                }
            }
        }
    }

    private static void goBy(SentenceContext sentence, List<Mention> figures, int index, Applied applied) {
        Mention mention = figures.get(index);
        List<Mention> before = sentence.previous == null ? List.of() : sentence.previous.lastFigures();
        switch (applied.value(ABOUT)) {
            case GROWTH -> mention.about = last(before, other -> other.kind == Kind.GROWTH && other.isPercent());
            case LEVEL -> mention.about = last(before, other -> other.noun != null && other.isLevel() && !other.isBase);
            case PLANNED -> {
                List<Mention> near = figures.subList(Math.max(0, index - SentenceContext.FARTHEST), index);
                mention.sameAs = last(near, other -> other.isLevel() && !other.isPercent() && other.measure != null);
                if (mention.sameAs != null) {
                    mention.measure = mention.sameAs.measure;
                    mention.rules.add(applied.rule(), mention.sameAs);
                }
                return;
            }
            default -> {
                mention.rules.add(applied.rule(), applied.from(), applied.to());
                return;
            }
        }
        if (mention.about != null) {
            mention.rules.add(applied.rule(), mention.about);
        }
    }

    private static @Nullable Mention last(List<Mention> figures, Predicate<Mention> fits) {
        for (int i = figures.size() - 1; i >= 0; i--) {
            if (fits.test(figures.get(i))) {
                return figures.get(i);
            }
        }
        return null;
    }

    /** "income growth reached 812 yuan, up 17%", "from 1:2.5 in 2009, 1:2.4 in 2010": of what the one before measures. */
    private static void asBefore(Mention before, Mention mention) {
        boolean unnamed = mention.measure == null || mention.measure == Measure.OTHER;
        boolean listed = before.kind == Kind.GROWTH && mention.kind == Kind.GROWTH && before.about == null;
        boolean changed = before.kind == Kind.CHANGE && mention.kind == Kind.GROWTH;
        boolean series = before.kind == mention.kind && isOf(Dimension.RATIO, mention) && isOf(Dimension.RATIO, before);
        if (unnamed && before.measure != null && (listed || changed || series)) {
            mention.measure = before.measure;
            mention.rules.add("measure-as-before", before);
            if (!listed) {
                mention.sameAs = before;
                mention.about = before.about;
            }
        }
    }

    /** The level that a derived figure describes: the last one before it that it can be said of. */
    private static @Nullable Mention level(SentenceContext sentence, List<Mention> figures, int index) {
        Mention derived = figures.get(index);
        if (derived.kind == Kind.SHARE
                && (derived.ofWhole || derived.nounBefore && sentence.isBracketedAlone(derived))) {
            return null; // "62% of the villages were linked", "in the east (51%)": the level is not stated
        }
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention candidate = figures.get(i);
            if (candidate.isBase && candidate.sameAs != null && candidate.sameAs.isLevel() && isOverTime(derived)) {
                continue; // "to 900 yuan from 750 yuan a year earlier, up 20%": of the level that it grew to
            }
            boolean listOfParts = candidate.partOf != null && i > 1 && figures.get(i - 1).partOf == candidate.partOf;
            if (derived.kind == Kind.COMPLETION && listOfParts && canDescribe(derived, candidate.partOf)) {
                return candidate.partOf; // "500 people, of which A, B and C, 105% of the plan": planned was the total
            }
            if (derived.kind == Kind.GAP && isPoints(derived)) {
                if (candidate.isPercent()) {
                    return candidate;
                }
                continue;
            }
            if (StatusPass.isTargetOf(sentence, candidate.lead) && derived.kind != Kind.GAP) {
                continue; // "completing 106% of the task of 200,000": of what was done, not of the task
            }
            if (i > 0
                    && isPairedWithPeople(sentence, figures.get(i - 1), candidate)
                    && canDescribe(derived, figures.get(i - 1))) {
                candidate = figures.get(i - 1);
            }
            boolean closed = sentence.depth[candidate.from] > sentence.depth[derived.from];
            boolean done = derived.kind == Kind.COMPLETION || derived.kind == Kind.GAP;
            boolean reduction = done && candidate.kind == Kind.CHANGE && !candidate.isPercent();
            if (!closed && (reduction || candidate.isLevel()) && canDescribe(derived, candidate)) {
                return new Described(sentence, figures).instead(derived, candidate, index);
            }
        }
        return null;
    }

    /** The amount of the item whose share it is. */
    private static @Nullable Mention amountOfItem(SentenceContext sentence, Mention derived) {
        Enumeration.Item item =
                derived.kind == Kind.SHARE ? sentence.structure().itemOf(derived) : null;
        Mention amount = item == null ? null : (Mention) item.amount();
        return amount != null && amount.isLevel() && canDescribe(derived, amount) ? amount : null;
    }

    private static boolean isOverTime(Mention derived) {
        return derived.kind == Kind.CHANGE || derived.kind == Kind.GROWTH;
    }

    private static boolean isOf(Dimension dimension, Mention mention) {
        return mention.unit != null && mention.unit.dimension() == dimension;
    }

    private static boolean isPoints(Mention mention) {
        return isOf(Dimension.PERCENT, mention) && !mention.isPercent();
    }

    static boolean canDescribe(Mention derived, Mention candidate) {
        if (candidate.isPercent() != isPoints(derived)) {
            return false;
        }
        SentenceContext sentence = derived.sentence;
        boolean ofTotal = sentence.cueAt(CueType.OF, derived.to) && sentence.cueAt(CueType.SUM, derived.to + 2);
        if (candidate.measure == Measure.POVERTY_LINE && derived.kind == Kind.SHARE && ofTotal) {
            return false; // "8 million people below the line of 2,500 yuan, 11% of the total"
        }
        boolean ownTopic = derived.nounTo > derived.nounFrom
                && derived.measure != null
                && derived.kind != Kind.SHARE
                && derived.kind != Kind.COMPLETION;
        boolean sameThings = derived.kind == Kind.GAP
                && !derived.isPercent()
                && derived.unit != null
                && derived.unit.equals(candidate.unit);
        if (ownTopic && !sameThings && derived.measure != candidate.measure && derived.measure != Measure.OTHER) {
            return false; // "income rose by 15%" says nothing of the counties counted before
        }
        if (isOf(Dimension.PERCENT, derived) || isOf(Dimension.RATIO, derived)) {
            return derived.kind != Kind.GROWTH || !isListOfPlaces(candidate);
        }
        return derived.unit == null || derived.unit.equals(candidate.unit);
    }

    /** "50,200 people and 11,000 households were relocated, 0.5% more than planned": told of the people first. */
    private static boolean isPairedWithPeople(SentenceContext sentence, Mention people, Mention households) {
        return isOf(Dimension.PEOPLE, people)
                && isOf(Dimension.HOUSEHOLDS, households)
                && people.measure == households.measure
                && sentence.isListed(people, households);
    }

    /** Counts of places that only say where ("for 35 key counties") are not what grows. */
    private static boolean isListOfPlaces(Mention candidate) {
        return candidate.measure != null
                && candidate.measure.countsPlaces()
                && candidate.sentence.cueAt(CueType.PLACES_BEFORE, candidate.lead - 1);
    }
}
