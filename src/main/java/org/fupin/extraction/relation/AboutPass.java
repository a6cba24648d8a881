package org.fupin.extraction.relation;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Leads derived figures (share, growth, change, gap, multiple, completion, ratio) to the level that they describe, and
 * gives them what they share with it.
 */
public final class AboutPass implements Pass {

    /** How far into a sentence its subject is looked for, in tokens. */
    private static final int FIRST_WORDS = 12;

    @Override
    public String name() {
        return "about";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        respectively(sentence, figures);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.isLevel()) {
                boolean target =
                        i > 0 && sentence.isBracketedTarget(mention.lead) && figures.get(i - 1).kind == Kind.COMPLETION;
                if (target && figures.get(i - 1).about != null) {
                    mention.measure = figures.get(i - 1).measure; // "152% of the planned task (30,000 people)"
                }
                continue;
            }
            if (mention.about == null) {
                mention.about = level(sentence, figures, i);
                if (mention.about != null) {
                    mention.rules.add("about:level-before");
                }
            }
            if (mention.about == null && i > 0) {
                asBefore(sentence, figures.get(i - 1), mention);
            }
            if (mention.about == null && mention.kind == Kind.GAP && mention.isUnit("pp")) {
                ofRatesBefore(sentence, mention);
            }
            boolean ofPlan = mention.about == null
                    && (mention.kind == Kind.COMPLETION || mention.kind == Kind.GAP)
                    && (mention.measure == null || mention.measure == Measure.OTHER);
            if (ofPlan) {
                asPlanned(sentence, figures, i);
            }
            if (mention.about == null && mention.unit == null && sentence.previous != null) {
                changeOfBefore(sentence, mention);
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

    /** "The net decrease of 190,000 was ...": of the level that the sentence before tells last. */
    private static void changeOfBefore(SentenceContext sentence, Mention mention) {
        if (mention.kind != Kind.CHANGE || mention.lead > FIRST_WORDS || mention.nounTo > mention.nounFrom) {
            return;
        }
        List<Mention> before = sentence.previous.lastFigures();
        for (int i = before.size() - 1; i >= 0; i--) {
            Mention level = before.get(i);
            if (level.noun != null && level.isLevel() && !level.isBase) {
                mention.about = level;
                mention.rules.add("about:level-before", level);
                return;
            }
        }
    }

    /** "3.3 percentage points higher than the planned figure": of the things that were counted, though not of their number. */
    private static void asPlanned(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        int end = Math.min(sentence.clauseEnd(mention.to), mention.to + FIRST_WORDS);
        boolean plan = sentence.hasCue(CueType.COMPLETION, sentence.clauseStart(mention.lead), end);
        for (int i = index - 1; plan && i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention counted = figures.get(i);
            if (counted.isLevel() && !counted.isPercent() && counted.measure != null) {
                mention.measure = counted.measure;
                mention.sameAs = counted;
                mention.rules.add("measure-as-before", counted);
                return;
            }
        }
    }

    /** "The above growth rates were two percentage points above the average": the last rate of growth told before. */
    private static void ofRatesBefore(SentenceContext sentence, Mention mention) {
        boolean rates = false;
        for (int i = 1; i < mention.lead && i < FIRST_WORDS; i++) {
            rates |= sentence.tokens.is(i, "rates") && sentence.tokens.is(i - 1, "growth");
        }
        if (!rates || sentence.previous == null) {
            return;
        }
        List<Mention> before = sentence.previous.lastFigures();
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).kind == Kind.GROWTH && before.get(i).isPercent()) {
                mention.about = before.get(i);
                mention.rules.add("about:rates-before");
                return;
            }
        }
    }

    /** "income growth reached 812 yuan, up 17%", "from 1:2.5 in 2009, 1:2.4 in 2010": of what the one before measures. */
    private static void asBefore(SentenceContext sentence, Mention before, Mention mention) {
        boolean unnamed = mention.measure == null || mention.measure == Measure.OTHER;
        boolean changed = before.kind == Kind.CHANGE && mention.kind == Kind.GROWTH;
        boolean listed = before.kind == Kind.GROWTH && mention.kind == Kind.GROWTH && before.about == null;
        boolean series = before.kind == mention.kind && mention.isUnit("ratio") && before.isUnit("ratio");
        if (listed && unnamed && before.measure != null) {
            mention.measure = before.measure;
            mention.rules.add("measure-as-before", before);
            return;
        }
        if (unnamed && before.measure != null && (changed || series)) {
            mention.measure = before.measure;
            mention.rules.add("measure-as-before", before);
            mention.sameAs = before;
            mention.about = before.about;
        }
    }

    /** "A, B and C respectively x, y and z": as many derived figures as levels before them, in the same order. */
    private static void respectively(SentenceContext sentence, List<Mention> figures) {
        PhraseIndex.Hit<Lexicon.Cue> cue = sentence.firstCue(CueType.RESPECTIVELY, 0, sentence.tokens.count);
        if (cue == null) {
            return;
        }
        int at = 0;
        int levels = 0;
        int behindLevels = 0;
        int before = 0;
        while (at < figures.size()) {
            int first = at;
            while (first < figures.size() && figures.get(first).isLevel()) {
                first++;
            }
            if (first > at) {
                levels = at;
                behindLevels = first; // else a second series, of the same levels as the first
            }
            int last = first;
            while (last < figures.size() && isSameList(sentence, figures, first, last)) {
                last++;
            }
            int derived = last - first;
            boolean another = first == at && derived != before;
            before = derived;
            if (!another && derived >= 2 && behindLevels - levels >= derived) {
                for (int i = 0; i < derived; i++) {
                    figures.get(first + i).about = figures.get(behindLevels - derived + i);
                    figures.get(first + i).rules.add("about:respectively");
                }
            }
            at = Math.max(last, at + 1);
        }
    }

    private static boolean isSameList(SentenceContext sentence, List<Mention> figures, int first, int at) {
        Mention mention = figures.get(at);
        return !mention.isLevel()
                && (at == first
                        || mention.kind == figures.get(at - 1).kind && sentence.isListed(figures.get(at - 1), mention));
    }

    /** The level that a derived figure describes: the last one before it that it can be said of. */
    private static @Nullable Mention level(SentenceContext sentence, List<Mention> figures, int index) {
        Mention derived = figures.get(index);
        Mention amount = amountOfItem(sentence, derived);
        if (amount != null) {
            return amount;
        }
        if (isShareOfOthers(sentence, derived) || derived.kind == Kind.RATIO && isOfSeries(sentence, figures, index)) {
            return null;
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
            if (derived.kind == Kind.GAP && derived.isUnit("pp")) {
                if (candidate.isPercent()) {
                    return candidate;
                }
                continue;
            }
            if (isGoal(sentence, candidate) && derived.kind != Kind.GAP) {
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

    /** "the ratio fell from 2.5:1 to 2.4:1": a ratio told by itself, not derived from an amount before it. */
    private static boolean isOfSeries(SentenceContext sentence, List<Mention> figures, int index) {
        boolean next = index + 1 < figures.size() && figures.get(index + 1).isUnit("ratio");
        boolean last = index > 0 && figures.get(index - 1).isUnit("ratio");
        int at = figures.get(index).lead - 1;
        return next && sentence.tokens.is(at, "from") || last && sentence.tokens.is(at, "to");
    }

    /** "62% of the villages were linked": the level that the share describes is not stated. */
    private static boolean isShareOfOthers(SentenceContext sentence, Mention derived) {
        Tokens tokens = sentence.tokens;
        if (derived.kind == Kind.SHARE && (derived.ofWhole || isInBracketsOfName(tokens, derived))) {
            return true;
        }
        if (derived.kind != Kind.SHARE || !tokens.is(derived.to, "of")) {
            return false;
        }
        int next = tokens.is(derived.to + 1, "the") ? derived.to + 2 : derived.to + 1;
        return !tokens.is(next, "total")
                && !tokens.is(next, "annual")
                && !sentence.hasCue(CueType.SHARE, sentence.clauseStart(derived.lead), derived.lead)
                && !sentence.cueAt(CueType.BE, derived.lead - 1)
                && !tokens.is(derived.lead - 1, ",")
                && !tokens.is(derived.lead - 1, "or");
    }

    /** "in the east (51%)": of what is there, no number of it is told. */
    private static boolean isInBracketsOfName(Tokens tokens, Mention derived) {
        return derived.sentence.isBracketedAlone(derived) && derived.nounBefore;
    }

    static boolean isGoal(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        return tokens.is(mention.lead - 1, "of")
                && sentence.cueAt(CueType.COMPLETION, mention.lead - 2)
                && !tokens.isCapitalised(mention.lead - 2);
    }

    static boolean canDescribe(Mention derived, Mention candidate) {
        if (candidate.isPercent() != derived.isUnit("pp")) {
            return false;
        }
        Tokens words = derived.sentence.tokens;
        boolean ofTotal = words.is(derived.to, "of") && words.is(derived.to + 2, "total");
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
        boolean relative =
                derived.isPercent() || derived.isUnit("pp") || derived.isUnit("times") || derived.isUnit("ratio");
        if (relative) {
            return derived.kind != Kind.GROWTH || !isListOfPlaces(candidate);
        }
        return derived.unit == null || derived.unit.equals(candidate.unit);
    }

    /** "50,200 people and 11,000 households were relocated, 0.5% more than planned": told of the people first. */
    private static boolean isPairedWithPeople(SentenceContext sentence, Mention people, Mention households) {
        return people.isUnit("person")
                && households.isUnit("household")
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
