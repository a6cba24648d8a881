package org.fupin.extraction.noun;

import java.util.List;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.NounPhrases.Phrase;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.jspecify.annotations.Nullable;

/** What a number counts that counts some of a whole: "65 of them", "ten of the 50 counties", "of the 86 counties 58 are poor". */
final class WholeNouns {

    private final NounPhrases phrases;
    private final SubjectNouns subjectNouns;

    WholeNouns(NounPhrases phrases, SubjectNouns subjectNouns) {
        this.phrases = phrases;
        this.subjectNouns = subjectNouns;
    }

    /** "ten of the 50 key counties", "of the wells 45 out of 60": the things that the next number counts. */
    boolean ofTheNext(SentenceContext sentence, List<Mention> figures, int index, Applied row) {
        Mention mention = figures.get(index);
        if (index + 1 == figures.size()) {
            return false;
        }
        Mention next = figures.get(index + 1);
        Phrase counted = phrases.after(sentence, next.to);
        if (NounPass.isUnknown(counted)) {
            counted = subjectNouns.ahead(sentence, mention.lead);
            if (counted == null) {
                return false;
            }
            NounPass.set(next, counted, true, "noun-before");
        }
        NounPass.set(mention, counted, counted.to() <= mention.lead, row.rule());
        mention.partOf = next;
        return true;
    }

    /** "65 of them": the same things as counted before and a part of them; the people of the sentence where none were counted. */
    boolean ofThem(SentenceContext sentence, List<Mention> figures, int index, Applied row) {
        Mention mention = figures.get(index);
        Mention last = index == 0 ? null : figures.get(index - 1);
        Mention whole = last != null && last.partOf != null && sentence.isListed(last, mention)
                ? last.partOf
                : large(figures, index, mention);
        if (whole == null && sentence.previous != null && (last == null || last.noun == null)) {
            List<Mention> before = sentence.previous.lastFigures();
            whole = large(before, before.size(), mention);
        }
        if (whole != null) {
            part(mention, whole, row);
            return true;
        }
        Phrase first = last == null || last.noun == null ? subjectNouns.first(sentence, mention.lead) : null;
        if (first != null) {
            NounPass.set(mention, first, true, "noun-of-them");
        }
        return first != null;
    }

    /**
     * "Of the 86 counties 58 are poor", "940 trainees, of whom 310 learned weaving": the things of the whole, unless other
     * people are told of ("45 were women").
     */
    boolean ofTheWhole(SentenceContext sentence, List<Mention> figures, int index, Applied row) {
        Mention mention = figures.get(index);
        Mention last = index == 0 ? null : figures.get(index - 1);
        Mention whole = last != null && last.ofWhole ? last.partOf : large(figures, index, mention);
        if (whole == null || whole.noun == null || namesThings(sentence, mention, whole)) {
            return false;
        }
        part(mention, whole, row);
        mention.ofWhole = true;
        return true;
    }

    private static void part(Mention mention, Mention whole, Applied row) {
        mention.noun = whole.noun;
        mention.partOf = whole;
        mention.rules.add(row.rule(), whole);
    }

    /** The last count before it that it can be a part of; null where none is as large. */
    private static @Nullable Mention large(List<Mention> figures, int index, Mention part) {
        for (int i = index - 1; i >= Math.max(0, index - SentenceContext.FARTHEST); i--) {
            Mention whole = figures.get(i);
            boolean larger = part.value == null || whole.value == null || whole.value.compareTo(part.value) >= 0;
            if (whole.noun != null && larger) {
                return whole;
            }
        }
        return null;
    }

    /** Whether behind a number stand things of its own, or what its things are ("45 were women"), not what they do. */
    private boolean namesThings(SentenceContext sentence, Mention mention, Mention whole) {
        int at = mention.to;
        while (sentence.cueAt(CueType.VERB_ADVERB, at)) {
            at++;
        }
        if (sentence.cueAt(CueType.BE, at)) {
            Phrase predicate = phrases.after(sentence, at + 1);
            return !NounPass.isUnknown(predicate) && predicate.noun().unit().equals(whole.noun.unit());
        }
        Phrase things = phrases.after(sentence, at);
        boolean verb = at > mention.to || sentence.cueAt(CueType.PLURAL_VERB, at);
        return things != null && !verb && (things.noun() != null || NounPass.looksCounted(sentence.tokens, things));
    }
}
