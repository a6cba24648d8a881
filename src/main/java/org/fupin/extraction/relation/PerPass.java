package org.fupin.extraction.relation;

import java.util.List;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Likeness;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.jspecify.annotations.Nullable;

/** Finds what an amount per unit is per. */
public final class PerPass implements Pass {

    private static final int NEAR = 10;

    /** In the column {@code set}: as the figure that the words of the rule begin with. */
    private static final String SAME = "same";

    private final Lexicon lexicon;
    private final RuleTable table;

    public PerPass(Lexicon lexicon, RuleTable.Compiler rules) {
        this.lexicon = lexicon;
        table = rules.table(name(), Keys.NONE.with("per", Set.of(SAME)));
    }

    @Override
    public String name() {
        return "per";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.unit == null
                    || mention.isPercent()
                    || mention.isUnit("pp")
                    || mention.isUnit("times")
                    || mention.isUnit("ratio")) {
                continue;
            }
            int from = Math.max(sentence.gapStart(figures, i), sentence.clauseStart(mention.lead));
            int to = Math.min(sentence.gapEnd(figures, i), mention.to + NEAR);
            to = Math.max(mention.to, Math.min(to, sentence.clauseEnd(sentence.behindBrackets(mention.to))));
            Hit<Cue> after = sentence.firstCue(CueType.PER, mention.to, Math.min(to, mention.to + 8));
            Hit<Cue> before = sentence.lastCue(CueType.PER, Math.max(from, mention.lead - NEAR), mention.lead);
            boolean counted = mention.unit.dimension() == Dimension.COUNT
                    || mention.unit.dimension() == Dimension.PEOPLE
                    || mention.unit.dimension() == Dimension.HOUSEHOLDS;
            if (before == null && from <= mention.lead) {
                before = openingSubject(sentence, mention, from);
            } else if (before != null && !isSameClause(sentence, mention, before.begin())) {
                before = null; // "paid for each household and the prefecture earmarked 18 million yuan"
            }
            boolean another = after != null
                    && (counted || isOfNounBehind(sentence, after))
                    && isToldOfAnother(sentence, mention, after);
            // "per capita" before a count is not its own
            Hit<Cue> hit = after != null && !another ? after : counted ? null : before;
            if (hit == before && hit != null && i > 0 && isOfOther(figures.get(i - 1), mention, hit)) {
                hit = null;
            }
            if (hit != null && sentence.cueAt(CueType.DURATION_AFTER, hit.end()) && hit == after) {
                hit = null; // "3,600 yuan a year earlier"
            }
            boolean yearly = hit != null && hit.value().value().equals("year");
            boolean line = mention.measure == Measure.POVERTY_LINE && mention.isLevel();
            PerUnit each = !line && (hit == null || yearly)
                    ? each(sentence, mention, Math.max(from, mention.lead - NEAR), to)
                    : null;
            if (line) {
                mention.per = PerUnit.PERSON; // a line is stated per head and year
                mention.rules.add("per-poverty-line");
            } else if (each != null) {
                mention.per = each;
            } else if (hit != null) {
                mention.per = Coded.of(PerUnit.class, hit.value().value());
                if (mention.per == PerUnit.OTHER && mention.measure == Measure.INCOME) {
                    mention.per = PerUnit.PERSON; // a wage by the month is one person's
                }
                mention.rules.add("per:" + mention.per.code(), hit);
            } else if (mention.sizeOf != null) {
                mention.per = PerUnit.OTHER;
                mention.rules.add("per-size", mention.sizeOf);
            } else if (mention.sameAs != null && mention.isLevel() && mention.sameAs.per != null) {
                mention.per = mention.sameAs.per;
                mention.rules.add("per-as-before", mention.sameAs);
            } else if (mention.about != null && mention.about.measure == Measure.INCOME) {
                mention.per = mention.about.per;
                if (mention.per != null) {
                    mention.rules.add("per-as-level", mention.about);
                }
            } else if (mention.measure == Measure.INCOME && saysPerCapita(sentence, mention)) {
                mention.per = PerUnit.PERSON;
                mention.rules.add("per-capita");
            } else if (mention.measure == Measure.OUTPUT && saysCapacity(sentence, mention)) {
                mention.per = PerUnit.YEAR;
                mention.rules.add("per-capacity");
            } else if (i > 0
                    && figures.get(i - 1).per == PerUnit.YEAR
                    && isSamePlan(sentence, figures.get(i - 1), mention)) {
                mention.per = PerUnit.YEAR;
                mention.rules.add("per-as-list", figures.get(i - 1));
            }
        }
        shared(sentence, figures);
        handedOn(sentence, figures);
    }

    private void handedOn(SentenceContext sentence, List<Mention> figures) {
        RuleTable.InSentence rules = table.in(sentence);
        for (Mention mention : figures) {
            Applied applied = rules.first(mention);
            Mention other = applied == null ? null : sentence.figureBeginning(applied.from());
            if (other != null) {
                mention.per = other.per;
                mention.rules.add(applied.rule(), other);
            }
        }
    }

    /** "6.2 tons per hectare on 1,500 acres": it stands right behind another amount, and is said of that alone. */
    private static boolean isOfOther(Mention other, Mention mention, Hit<Cue> per) {
        return per.begin() == other.to && other.unit != null && other.unit.dimension() != mention.unit.dimension();
    }

    /** "revenue of 6.2 billion yuan and per capita income": it belongs to the noun behind it. */
    private static boolean isOfNounBehind(SentenceContext sentence, Hit<Cue> per) {
        return sentence.tokens.isWord(per.end()) && !sentence.cueAt(CueType.FUNCTION, per.end());
    }

    /** "fell by 300,000 and the per capita income rose", "9,000 people reached a per capita income": another thing is told. */
    private static boolean isToldOfAnother(SentenceContext sentence, Mention mention, Hit<Cue> per) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean subject = clause != null
                && clause.isInSubject(mention.lead)
                && clause.verbFrom() < per.begin()
                && isOfNounBehind(sentence, per)
                && !sentence.cueAt(CueType.GOVERNOR, per.begin() - 1);
        for (int i = mention.to; i < per.begin(); i++) {
            if (sentence.cueAt(CueType.LIST_JOINER, i) || sentence.tokens.is(i, ",")) {
                return true;
            }
        }
        return subject && clause.hasPredicate();
    }

    /** "respectively 464 yuan and 329 yuan per person": what the last is per, all of the list are. */
    private static void shared(SentenceContext sentence, List<Mention> figures) {
        for (int i = figures.size() - 2; i >= 0; i--) {
            Mention mention = figures.get(i);
            Mention next = figures.get(i + 1);
            boolean sameUnit = mention.unit != null && mention.unit.equals(next.unit);
            if (mention.per == null
                    && next.per != null
                    && sameUnit
                    && mention.kind == next.kind
                    && mention.about == null
                    && next.lead == mention.to + 1
                    && (sentence.tokens.is(mention.to, "and") || isInnerComma(sentence, figures, i))) {
                mention.per = next.per;
                mention.rules.add("per-as-list", next);
            }
        }
    }

    /** The first comma of "A, B and C": not that of a total and its average. */
    private static boolean isInnerComma(SentenceContext sentence, List<Mention> figures, int index) {
        if (!sentence.tokens.is(figures.get(index).to, ",") || index + 2 >= figures.size()) {
            return false;
        }
        Mention next = figures.get(index + 1);
        return sentence.tokens.is(next.to, "and") && figures.get(index + 2).lead == next.to + 1;
    }

    /** "for each pupil", "per cooperative", "each received": by what the noun counts. */
    private @Nullable PerUnit each(SentenceContext sentence, Mention mention, int from, int to) {
        Tokens tokens = sentence.tokens;
        boolean subject = sentence.clauseStart(mention.lead) == 0 && tokens.is(0, "each");
        int first = from;
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean ofSubject = clause != null
                && clause.hasSubject()
                && tokens.is(clause.subjectFrom(), "each")
                && clause.verbTo() <= mention.lead;
        if (ofSubject) {
            first = clause.subjectFrom(); // "each of the 40 villages opened two classes"
        }
        for (int i = first; i < Math.min(to, tokens.count - 1); i++) {
            boolean behind = i >= mention.to;
            boolean own = i == mention.lead - 2 || i == 0 || opensClause(sentence, mention, i);
            if (!behind && mention.unit.dimension() != Dimension.MONEY && !own) {
                continue;
            }
            if (!behind && !isSameClause(sentence, mention, i)) {
                continue; // "1,500 yuan for each household and the city earmarked 18 million yuan"
            }
            if (!behind && mention.unit.dimension() != Dimension.MONEY && isBehindFigure(sentence, i)) {
                continue; // "1.5 million yuan each for 12 villages"
            }
            boolean word = tokens.is(i, "each") || tokens.is(i, "per") || tokens.is(i, "every");
            int reach = tokens.is(i - 1, "for") || tokens.is(i - 1, "to") || tokens.is(i - 1, "of") ? 8 : 3;
            if (!word || behind && (i - mention.to > reach || sentence.clauseEnd(mention.to) < i)) {
                continue;
            }
            boolean people =
                    mention.unit.dimension() == Dimension.PEOPLE || mention.unit.dimension() == Dimension.HOUSEHOLDS;
            if (people && !subject && !sentence.cueAt(CueType.GOVERNOR, i - 1)) {
                continue;
            }
            Mention ofThose = tokens.is(i + 1, "of") ? countedFrom(sentence, i + 2) : null;
            if (ofThose != null && ofThose != mention) {
                mention.rules.add("per-each", i, ofThose.to);
                return perUnit(ofThose.noun);
            }
            Hit<Lexicon.Noun> noun = null;
            for (int k = i + 1; k < Math.min(i + 4, tokens.count) && noun == null; k++) {
                if (tokens.is(k, "poor") && tokens.isWord(k + 1) && !sentence.cueAt(CueType.FUNCTION, k + 1)) {
                    continue;
                }
                noun = lexicon.nouns.longest(tokens, k, Math.min(k + 3, tokens.count));
            }
            if (noun != null) {
                mention.rules.add("per-each", i, noun.end());
                return perUnit(noun.value());
            }
            boolean verb = sentence.cueAt(CueType.VERB, i + 1) || sentence.cueAt(CueType.IRREGULAR_VERB, i + 1);
            boolean floating = i == mention.to && sentence.isClauseMark(i + 1);
            if (!verb && !floating || behind && verb && Likeness.isCounted(mention)) {
                return null;
            }
            mention.rules.add("per-each", i, i + 1);
            return ofSubject(sentence, mention, i);
        }
        return null;
    }

    /** "per capita area of the pupils in those towns reached 9 m2": how the subject begins, with no figure in between. */
    private static @Nullable Hit<Cue> openingSubject(SentenceContext sentence, Mention mention, int from) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean object = clause != null && clause.hasSubject() && clause.verbTo() <= mention.lead;
        return object && clause.subjectFrom() >= from
                ? sentence.cueBeginningAt(CueType.PER, clause.subjectFrom())
                : null;
    }

    private static boolean opensClause(SentenceContext sentence, Mention mention, int at) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        return clause != null && clause.hasSubject() && clause.subjectFrom() == at;
    }

    private static boolean isSameClause(SentenceContext sentence, Mention mention, int at) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        return clause == null || at >= clause.from() || at >= clause.subjectFrom() && at < clause.subjectTo();
    }

    /** "each of | the five villages": the count that begins in the next two tokens, null if none does. */
    private static @Nullable Mention countedFrom(SentenceContext sentence, int at) {
        for (int i = at; i < Math.min(at + 3, sentence.tokens.count); i++) {
            Mention figure = sentence.figureBeginning(i);
            if (figure != null) {
                return figure.noun == null ? null : figure;
            }
        }
        return null;
    }

    private static boolean isBehindFigure(SentenceContext sentence, int at) {
        int before = SentenceContext.firstFrom(sentence.mentions, at) - 1;
        Mention figure = before < 0 ? null : sentence.mentions.get(before);
        return figure != null && !figure.isLeftOut() && figure.unit != null && figure.to == at;
    }

    /** "Two villages were named and each got a reward of X": each of those that were counted before. */
    private static PerUnit ofSubject(SentenceContext sentence, Mention mention, int each) {
        List<Mention> all = sentence.mentions;
        int last = Sorted.firstFrom(all, other -> other.to, each + 1) - 1;
        for (int i = last; i >= Math.max(0, last - SentenceContext.FARTHEST); i--) {
            Mention subject = all.get(i);
            if (!subject.isLeftOut() && subject.noun != null && subject != mention) {
                return perUnit(subject.noun);
            }
        }
        return PerUnit.PERSON;
    }

    private static PerUnit perUnit(Lexicon.Noun noun) {
        return switch (noun.measure()) {
            case HOUSEHOLDS -> PerUnit.HOUSEHOLD;
            case VILLAGES -> PerUnit.VILLAGE;
            case TOWNS -> PerUnit.TOWN;
            case COUNTIES -> PerUnit.COUNTY;
            case PROJECTS -> PerUnit.PROJECT;
            case LOAN_COUNT -> PerUnit.LOAN;
            default -> noun.unit().is("person") ? PerUnit.PERSON : PerUnit.OTHER;
        };
    }

    private static boolean saysPerCapita(SentenceContext sentence, Mention mention) {
        List<Mention> figures = sentence.figures();
        int index = figures.indexOf(mention) + 1;
        int start = Math.max(0, mention.lead - 2 * NEAR);
        int end = Math.min(mention.to + NEAR, sentence.tokens.count - 1);
        if (index < figures.size() && figures.get(index).unit == mention.unit) {
            end = Math.min(end, sentence.clauseEnd(mention.to)); // what is told of the next amount
        }
        for (int at = start; at < end; at++) {
            if (sentence.tokens.is(at, "per") && sentence.tokens.norm[at + 1].startsWith("capita")) {
                return true;
            }
        }
        return false;
    }

    /** Capacities are yearly. */
    private static boolean saysCapacity(SentenceContext sentence, Mention mention) {
        for (int at = Math.max(0, mention.lead - NEAR); at < mention.lead; at++) {
            if (sentence.tokens.is(at, "capacity")) {
                return true;
            }
        }
        return false;
    }

    /** "annual sales will reach A and taxes B", "capacity of A, B and C": the list goes on. */
    private static boolean isSamePlan(SentenceContext sentence, Mention before, Mention mention) {
        boolean sameDimension =
                before.unit != null && mention.unit != null && before.unit.dimension() == mention.unit.dimension();
        return sameDimension && mention.isLevel() && mention.lead - before.to <= NEAR;
    }
}
