package org.fupin.extraction;

import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Status;

/** Tells facts from plans and from standards. */
final class StatusPass implements Pass {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            Status status = status(sentence, figures, i);
            if (status != Status.ACTUAL) {
                mention.status = status;
            }
        }
        for (Mention mention : figures) {
            if (mention.partOf != null && mention.partOf.status == Status.PLANNED && mention.status != Status.PLANNED) {
                mention.status = Status.PLANNED;
                mention.rules.add("planned-as-total", mention.partOf);
            }
        }
    }

    private static Status status(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        if (mention.measure == Measure.POVERTY_LINE && mention.isLevel()) {
            return set(mention, Status.STANDARD, "standard-line");
        }
        if (mention.kind == Kind.COMPLETION) {
            return Status.ACTUAL;
        }
        if (mention.hasSubject() && tokens.is(mention.subjectFrom, "actual")) {
            return Status.ACTUAL;
        }
        if (mention.hasSubject() && tokens.is(mention.subjectFrom, "planned")) {
            return set(mention, Status.PLANNED, "planned-subject", mention.subjectFrom, mention.subjectTo);
        }
        if (isTargetOf(sentence, mention.lead) || isBracketedTarget(sentence, mention.lead)) {
            return set(mention, Status.PLANNED, "planned-target", mention.lead - 2, mention.lead - 1);
        }
        if (isDone(sentence, figures, index)) {
            return Status.ACTUAL;
        }
        if (mention.measure == Measure.RATE && saysInterestRate(sentence, mention)) {
            return set(mention, Status.STANDARD, "standard-interest");
        }
        if (announcesPlans(tokens)) {
            return set(mention, Status.PLANNED, "planned-announced", 0, 1);
        }
        int from = sentence.clauseStart(mention.lead);
        if (isPlanToReach(sentence, from, mention)) {
            return set(mention, Status.PLANNED, "planned-target", Math.max(from, mention.lead - 7), mention.lead);
        }
        if (isRequired(sentence, from, mention.lead)) {
            return mention.measure == Measure.POVERTY_REDUCED
                    ? set(mention, Status.PLANNED, "planned-required")
                    : set(mention, Status.STANDARD, "standard-required");
        }
        int future = firstFuture(sentence, from, mention.lead);
        if (future < mention.lead) {
            return set(mention, Status.PLANNED, "planned-verb", future, future + 1);
        }
        // an enumeration carries on what its first clause says
        int back = from;
        int steps = 0;
        while (back > 0 && steps < 40 && !tokens.is(back - 1, ".") && !tokens.is(back - 1, ";")) {
            back--;
            steps++;
            if (isFuture(sentence, back) && !isAdjective(tokens, back)) {
                if (hasPastAfter(sentence, back + 1, mention.lead)) {
                    break; // and so it stands behind any earlier word, too
                }
                return set(mention, Status.PLANNED, "planned-list", back, back + 1);
            }
        }
        if (isToBe(sentence, figures, index)) {
            return set(mention, Status.PLANNED, "planned-to-be");
        }
        for (int i = from; i < mention.lead; i++) {
            boolean standard = tokens.is(i, "standard")
                    && (tokens.is(i + 1, "of") || tokens.is(i + 1, "is") || tokens.is(i + 1, "was"));
            if (standard && mention.lead - i <= 8) {
                return set(mention, Status.STANDARD, "standard-word", i, i + 2);
            }
        }
        if (index > 0
                && figures.get(index - 1).status == Status.STANDARD
                && figures.get(index - 1).unit == mention.unit
                && KindPass.isListed(sentence, figures.get(index - 1), mention)) {
            mention.rules.add("standard-list", figures.get(index - 1));
            return Status.STANDARD;
        }
        boolean money = mention.unit != null && mention.unit.is("CNY");
        if (money
                && mention.per != null
                && mention.per != PerUnit.YEAR
                && mention.measure != Measure.INCOME
                && (isUniform(sentence, mention) || isFixedAmount(sentence, mention))) {
            return set(mention, Status.STANDARD, "standard-uniform");
        }
        return mention.status;
    }

    private static Status set(Mention mention, Status status, String rule) {
        return set(mention, status, rule, 0, 0);
    }

    private static Status set(Mention mention, Status status, String rule, int from, int to) {
        mention.rules.add(rule, from, to);
        return status;
    }

    /** "the income growth target of 600 yuan". */
    static boolean isTargetOf(SentenceContext sentence, int lead) {
        return sentence.tokens.is(lead - 1, "of")
                && sentence.cueAt(CueType.TARGET, lead - 2)
                && !sentence.tokens.isCapitalised(lead - 2);
    }

    /** "the plan of lifting 300,000 people out of poverty", "the goal of doubling the income". */
    private static boolean isPlanToReach(SentenceContext sentence, int from, Mention mention) {
        Tokens tokens = sentence.tokens;
        for (int i = mention.lead - 1; i > Math.max(from, mention.lead - 6); i--) {
            boolean gerund = tokens.isWord(i) && tokens.norm[i].endsWith("ing") && tokens.is(i - 1, "of");
            if (gerund && sentence.cueAt(CueType.COMPLETION, i - 2) && !tokens.isCapitalised(i - 2)) {
                return true;
            }
            boolean task = tokens.is(mention.lead - 1, "of") && (tokens.is(i, "task") || tokens.is(i, "tasks"));
            if (task && tokens.is(i + 1, "of")) {
                return true; // "the annual task of trainings of 8,600 people"
            }
        }
        return mention.form == Mention.Form.MULTIPLE
                && tokens.is(mention.lead - 1, "of")
                && sentence.cueAt(CueType.COMPLETION, mention.lead - 2);
    }

    /** "must grow by no less than 10%", "in accordance with the requirement of X": a rule that is set. */
    private static boolean isRequired(SentenceContext sentence, int from, int lead) {
        Tokens tokens = sentence.tokens;
        if (tokens.is(lead - 1, "fixed") || tokens.is(lead - 1, "uniform") || tokens.is(lead - 1, "flat")) {
            return true;
        }
        if (tokens.is(0, "by") && (tokens.is(1, "rule") || tokens.is(1, "regulation"))) {
            return true;
        }
        for (Hit<Cue> hit : sentence.cues(CueType.REQUIREMENT, from, lead)) {
            int at = hit.begin();
            boolean required =
                    switch (hit.value().value()) {
                        case "to" -> tokens.is(at + 1, "to");
                        case "of" -> tokens.is(at + 1, "of");
                        case "rule" -> tokens.is(at - 1, "by") || tokens.is(at - 2, "to");
                        default -> true;
                    };
            if (required) {
                return !hasVerbInPast(sentence, at + 1, lead);
            }
        }
        return false;
    }

    /** "was required to help the league and implemented 19 projects": another verb tells what was done. */
    private static boolean hasVerbInPast(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.tokens.is(i, "and")
                    && sentence.cueAt(CueType.VERB, i + 1)
                    && sentence.tokens.norm[i + 1].endsWith("ed")) {
                return true;
            }
        }
        return false;
    }

    /** "110% of the planned task (30,000 people)". */
    static boolean isBracketedTarget(SentenceContext sentence, int lead) {
        return sentence.tokens.is(lead - 1, "(") && sentence.cueAt(CueType.COMPLETION, lead - 2);
    }

    /** "Objectives of the programme in 2012: to put in ...". */
    private static boolean announcesPlans(Tokens tokens) {
        int colon = -1;
        for (int i = 0; i < Math.min(tokens.count, 16); i++) {
            if (tokens.is(i, ":")) {
                colon = i;
            }
        }
        if (colon < 0 || !tokens.isWord(0)) {
            return false;
        }
        String first = tokens.norm[0];
        return first.startsWith("objective")
                || first.startsWith("target")
                || first.startsWith("goal")
                || first.startsWith("task");
    }

    /** "X of fixed assets had been invested": done, whatever plan stands before it. */
    private static boolean isDone(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int end = Math.min(sentence.gapEnd(figures, index), sentence.clauseEnd(figures.get(index).to));
        for (int i = figures.get(index).to; i + 1 < end; i++) {
            boolean done = tokens.is(i, "were") || tokens.is(i, "was");
            if (done && tokens.is(i + 1, "actually")) {
                return true;
            }
            boolean perfect = tokens.is(i, "had") || tokens.is(i, "has") || tokens.is(i, "have");
            if (perfect && tokens.is(i + 1, "been")) {
                return true;
            }
        }
        return false;
    }

    /** "46.2 billion yuan is to be invested", "210 projects were planned to be launched". */
    private static boolean isToBe(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int from = figures.get(index).to;
        int end = Math.min(sentence.gapEnd(figures, index), sentence.clauseEnd(from));
        for (int i = from; i + 1 < end; i++) {
            if (tokens.is(i, "will") || tokens.is(i, "to") && tokens.is(i + 1, "be")) {
                return true;
            }
        }
        return false;
    }

    /** The first token from {@code from} to before {@code to} that tells what is planned, {@code to} if none does. */
    private static int firstFuture(SentenceContext sentence, int from, int to) {
        Hit<Cue> verb = sentence.firstCue(CueType.FUTURE, from, to);
        int first = verb == null ? to : verb.begin();
        for (Hit<Cue> intention : sentence.cues(CueType.INTENTION, from - 1, first - 1)) {
            if (isFuture(sentence, intention.end())) {
                return intention.end();
            }
        }
        return first;
    }

    private static boolean isFuture(SentenceContext sentence, int at) {
        boolean intended = sentence.tokens.is(at, "to") && sentence.cueAt(CueType.INTENTION, at - 1);
        return sentence.cueAt(CueType.FUTURE, at)
                || intended
                        && !sentence.tokens.is(
                                at + 1, "select"); // "decided to select nine counties": by that they are selected
    }

    /** Rates of interest and discount are set. */
    private static boolean saysInterestRate(SentenceContext sentence, Mention mention) {
        for (int i = sentence.clauseStart(mention.lead); i < mention.lead; i++) {
            if (sentence.tokens.is(i, "rate")
                    && (sentence.tokens.is(i - 1, "interest") || sentence.tokens.is(i - 1, "discount"))) {
                return true;
            }
        }
        return false;
    }

    /** "the planned task": tells of that task only. */
    private static boolean isAdjective(Tokens tokens, int at) {
        return tokens.is(at, "planned") && !tokens.is(at + 1, "to");
    }

    private static boolean hasPastAfter(SentenceContext sentence, int from, int to) {
        Tokens tokens = sentence.tokens;
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "was") || tokens.is(i, "were") || tokens.is(i, "had") || tokens.is(i, "has")) {
                return true;
            }
        }
        return false;
    }

    /** "relief funds of 10,000 yuan per household": a round amount that opens no average of a total before it. */
    private static boolean isFixedAmount(SentenceContext sentence, Mention mention) {
        int from = sentence.clauseStart(mention.lead);
        boolean average = sentence.hasCue(CueType.AVERAGE, from, sentence.clauseEnd(mention.to));
        boolean named = mention.sameAs == null || sentence.tokens.is(mention.lead - 1, "with");
        boolean round = mention.value != null
                && mention.value.stripTrailingZeros().precision() == 1
                && mention.measure == Measure.FUNDS;
        boolean behind =
                sentence.hasCue(CueType.PER, mention.to, Math.min(mention.to + 6, sentence.clauseEnd(mention.to)));
        return round && named && behind && !average && mention.lead > from;
    }

    /** An amount fixed for each, not an average reached. */
    private static boolean isUniform(SentenceContext sentence, Mention mention) {
        int from = sentence.clauseStart(mention.lead);
        int to = sentence.clauseEnd(mention.to);
        if (sentence.hasCue(CueType.AVERAGE, from, to)) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        return sentence.hasCue(CueType.UNIFORM, from, to)
                || tokens.is(mention.to, "per") && tokens.is(mention.to + 1, "person");
    }
}
