package org.fupin.extraction.relation;

import java.util.EnumSet;
import java.util.HashSet;
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
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an amount per unit is per: by a phrase beside it, by "each" with a noun, as a figure that it belongs to; then by
 * the rows of {@code rules/per.csv}.
 */
public final class PerPass implements Pass {

    private static final int NEAR = 10;

    /** Most words from a figure to an "each" behind it, and to one that a preposition leads to. */
    private static final int EACH_BEHIND = 3;

    private static final int EACH_LED_TO = 8;

    private static final String PER = "per";

    /** What rows conclude: as the first figure of their words; as the next figure, which is concluded on before. */
    private static final String SAME = "same";

    private static final String NEXT = "next";

    /** It is no amount per unit, although words beside it look so. */
    private static final String NONE = "none";

    private static final String YEAR = PerUnit.YEAR.code();

    /** What rows conclude of a figure before it is known what those behind it are for. */
    private static final Set<String> TOLD = Set.of(
            SAME,
            NONE,
            PerUnit.PERSON.code(),
            PerUnit.VILLAGE.code(),
            PerUnit.COUNTY.code(),
            PerUnit.OTHER.code(),
            YEAR);

    private static final Set<Dimension> RELATIVE = EnumSet.of(Dimension.PERCENT, Dimension.RATIO);

    private static final Set<Dimension> PEOPLE = EnumSet.of(Dimension.PEOPLE, Dimension.HOUSEHOLDS);

    private final Lexicon lexicon;
    private final RuleTable table;

    public PerPass(Lexicon lexicon, RuleTable.Compiler rules) {
        this.lexicon = lexicon;
        table = rules.table(name(), Keys.NONE.with(PER, concluded()));
    }

    private static Set<String> concluded() {
        Set<String> codes = new HashSet<>(TOLD);
        codes.add(NEXT);
        return codes;
    }

    @Override
    public String name() {
        return PER;
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.unit != null && !RELATIVE.contains(mention.unit.dimension())) {
                boolean line = mention.measure == Measure.POVERTY_LINE && mention.isLevel();
                if (!line) {
                    told(sentence, figures, i);
                }
                conclude(figures, mention, rules.first(mention, PER, TOLD));
            } else if (mention.isPercent()) {
                conclude(figures, mention, rules.first(mention, PER, Set.of(YEAR)));
            }
        }
        for (int i = figures.size() - 2; i >= 0; i--) {
            conclude(figures, figures.get(i), rules.first(figures.get(i), PER, Set.of(NEXT)));
        }
    }

    private static void conclude(List<Mention> figures, Mention mention, @Nullable Applied applied) {
        if (applied == null) {
            return;
        }
        String per = applied.value(PER);
        if (!per.equals(SAME) && !per.equals(NEXT)) {
            mention.per = per.equals(NONE) ? null : Coded.of(PerUnit.class, per);
            mention.rules.add(applied.rule(), applied.from(), applied.to());
            return;
        }
        Mention other = figures.get(SentenceContext.firstFrom(figures, applied.from()));
        boolean like = mention.kind == other.kind
                && mention.unit != null
                && other.unit != null
                && mention.unit.dimension() == other.unit.dimension();
        if (like && other.per != null) {
            mention.per = other.per;
            mention.rules.add(applied.rule(), other);
        }
    }

    /** What the words around a figure tell, else as the figure that it belongs to. */
    private void told(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int from = Math.max(sentence.gapStart(figures, index), sentence.clauseStart(mention.lead));
        int to = Math.min(sentence.gapEnd(figures, index), mention.to + NEAR);
        to = Math.max(mention.to, Math.min(to, sentence.clauseEnd(sentence.behindBrackets(mention.to))));
        Hit<Cue> hit = phrase(sentence, figures, index, from, to);
        PerUnit named = hit == null ? null : Coded.of(PerUnit.class, hit.value().value());
        PerUnit each = named == null || named == PerUnit.YEAR
                ? each(sentence, mention, Math.max(from, mention.lead - NEAR), to)
                : null;
        if (each != null) {
            mention.per = each;
        } else if (named != null) {
            mention.per = named;
            mention.rules.add("per:" + named.code(), hit);
        } else if (mention.sizeOf != null) {
            mention.per = PerUnit.OTHER;
            mention.rules.add("per-size", mention.sizeOf);
        } else if (mention.sameAs != null && mention.isLevel() && mention.sameAs.per != null) {
            mention.per = mention.sameAs.per;
            mention.rules.add("per-as-before", mention.sameAs);
        } else if (mention.about != null && mention.about.measure == Measure.INCOME && mention.about.per != null) {
            mention.per = mention.about.per;
            mention.rules.add("per-as-level", mention.about);
        }
    }

    /** The phrase beside a figure that says what it is per: "per person" behind it, else before it. */
    private static @Nullable Hit<Cue> phrase(
            SentenceContext sentence, List<Mention> figures, int index, int from, int to) {
        Mention mention = figures.get(index);
        boolean counted = mention.unit.dimension() == Dimension.COUNT || PEOPLE.contains(mention.unit.dimension());
        Hit<Cue> after = sentence.firstCue(CueType.PER, mention.to, Math.min(to, mention.to + NEAR - 2));
        boolean another = after != null
                && (counted || isOfNounBehind(sentence, after))
                && isToldOfAnother(sentence, mention, after);
        if (after != null && !another) {
            // "3,600 yuan a year earlier" tells no year each
            return sentence.cueAt(CueType.DURATION_AFTER, after.end()) ? null : after;
        }
        if (counted) {
            return null; // "per capita" before a count is not its own
        }
        Hit<Cue> before = sentence.lastCue(CueType.PER, Math.max(from, mention.lead - NEAR), mention.lead);
        if (before == null) {
            return openingSubject(sentence, mention, from);
        }
        boolean own = isSameClause(sentence, mention, before.begin())
                && (index == 0 || !isOfOther(figures.get(index - 1), mention, before));
        return own ? before : null;
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
        for (int i = mention.to; i < per.begin(); i++) {
            if (sentence.cueAt(CueType.LIST_JOINER, i) || sentence.tokens.is(i, ",")) {
                return true;
            }
        }
        Clause clause = sentence.structure().clauseAt(mention.lead);
        return clause != null
                && clause.hasPredicate()
                && clause.isInSubject(mention.lead)
                && clause.verbFrom() < per.begin()
                && isOfNounBehind(sentence, per)
                && !sentence.cueAt(CueType.GOVERNOR, per.begin() - 1);
    }

    /** "per capita area of the pupils in those towns reached 9 m2": how the subject begins, with no figure in between. */
    private static @Nullable Hit<Cue> openingSubject(SentenceContext sentence, Mention mention, int from) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean object = clause != null && clause.hasSubject() && clause.verbTo() <= mention.lead;
        return object && clause.subjectFrom() >= from
                ? sentence.cueBeginningAt(CueType.PER, clause.subjectFrom())
                : null;
    }

    private static boolean isSameClause(SentenceContext sentence, Mention mention, int at) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        return clause == null || at >= clause.from() || at >= clause.subjectFrom() && at < clause.subjectTo();
    }

    /** "for each pupil", "per cooperative", "each received": by what the noun counts. */
    private @Nullable PerUnit each(SentenceContext sentence, Mention mention, int from, int to) {
        Clause clause = sentence.structure().clauseAt(mention.lead);
        boolean object = clause != null && clause.hasSubject() && clause.verbTo() <= mention.lead;
        // "each of the 40 villages opened two classes"
        int first = object && sentence.cueAt(CueType.EACH, clause.subjectFrom()) ? clause.subjectFrom() : from;
        boolean opened = sentence.clauseStart(mention.lead) == 0 && sentence.cueAt(CueType.EACH, 0);
        for (Hit<Cue> each : sentence.cues(CueType.EACH, first, Math.min(to, sentence.tokens.count - 1))) {
            int at = each.begin();
            boolean led = sentence.cueAt(CueType.GOVERNOR, at - 1);
            boolean behind = at >= mention.to;
            int reach = led || sentence.cueAt(CueType.OF, at - 1) ? EACH_LED_TO : EACH_BEHIND;
            boolean reaches = behind
                    ? at - mention.to <= reach && at <= sentence.clauseEnd(mention.to)
                    : reachesOn(sentence, mention, clause, at);
            if (!reaches || PEOPLE.contains(mention.unit.dimension()) && !opened && !led) {
                continue;
            }
            Mention those = sentence.cueAt(CueType.OF, at + 1) ? countedFrom(sentence, at + 2) : null;
            if (those != null && those != mention) {
                mention.rules.add("per-each", at, those.to);
                return EachOf.unit(those.noun);
            }
            Hit<Lexicon.Noun> noun = nounBehind(sentence, at);
            if (noun != null) {
                mention.rules.add("per-each", at, noun.end());
                return EachOf.unit(noun.value());
            }
            boolean verb = sentence.cueAt(CueType.VERB, at + 1) || sentence.cueAt(CueType.IRREGULAR_VERB, at + 1);
            boolean floating = at == mention.to && sentence.isClauseMark(at + 1);
            if (!verb && !floating || behind && verb && Likeness.isCounted(mention)) {
                return null;
            }
            mention.rules.add("per-each", at, at + 1);
            return EachOf.subject(sentence, mention, at);
        }
        return null;
    }

    /** Whether an "each" before a figure is said of it: of amounts of money in its clause, of others right before or as the subject. */
    private static boolean reachesOn(SentenceContext sentence, Mention mention, @Nullable Clause clause, int at) {
        if (!isSameClause(sentence, mention, at)) {
            return false; // "1,500 yuan for each household and the city earmarked 18 million yuan"
        }
        boolean opensClause = clause != null && clause.hasSubject() && clause.subjectFrom() == at;
        boolean own = at == mention.lead - 2 || at == 0 || opensClause;
        Mention before = sentence.numberEnding(at);
        boolean ofThat = before != null && !before.isLeftOut(); // "1.5 million yuan each for 12 villages"
        return mention.unit.dimension() == Dimension.MONEY || own && !ofThat;
    }

    private @Nullable Hit<Lexicon.Noun> nounBehind(SentenceContext sentence, int at) {
        int end = sentence.tokens.count;
        for (int i = at + 1; i <= Math.min(at + EACH_BEHIND, end - 1); i++) {
            boolean adjective = sentence.cueAt(CueType.POOR, i)
                    && sentence.tokens.isWord(i + 1)
                    && !sentence.cueAt(CueType.FUNCTION, i + 1);
            Hit<Lexicon.Noun> noun = lexicon.nouns.longest(sentence.tokens, i, Math.min(i + EACH_BEHIND, end));
            if (noun != null && !adjective) {
                return noun;
            }
        }
        return null;
    }

    /** "each of | the five villages": the count that begins in the next tokens, null if none does. */
    private static @Nullable Mention countedFrom(SentenceContext sentence, int at) {
        for (int i = at; i < Math.min(at + EACH_BEHIND, sentence.tokens.count); i++) {
            Mention figure = sentence.figureBeginning(i);
            if (figure != null) {
                return figure.noun == null ? null : figure;
            }
        }
        return null;
    }
}
