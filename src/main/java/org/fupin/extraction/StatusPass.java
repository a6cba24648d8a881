package org.fupin.extraction;

import java.util.List;
import org.fupin.observation.Measure;
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
                mention.rules.add("status:" + status.code());
            }
        }
        for (Mention mention : figures) {
            if (mention.partOf != null && mention.partOf.status == Status.PLANNED) {
                mention.status = Status.PLANNED;
            }
        }
    }

    private static Status status(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        if (mention.measure == Measure.POVERTY_LINE && mention.isLevel()) {
            return Status.STANDARD;
        }
        if (mention.kind == org.fupin.observation.Kind.COMPLETION) {
            return Status.ACTUAL;
        }
        int from = sentence.clauseStart(mention.lead);
        for (int i = from; i < mention.lead; i++) {
            if (isFuture(tokens, i)) {
                return Status.PLANNED;
            }
        }
        // an enumeration carries on what its first clause says
        int back = from;
        int steps = 0;
        while (back > 0 && steps < 40 && !tokens.is(back - 1, ".") && !tokens.is(back - 1, ";")) {
            back--;
            steps++;
            if (isFuture(tokens, back) && !hasPastAfter(sentence, back + 1, mention.lead)) {
                return Status.PLANNED;
            }
        }
        if (index > 0
                && figures.get(index - 1).status == Status.STANDARD
                && KindPass.isListed(sentence, figures.get(index - 1), mention)) {
            return Status.STANDARD;
        }
        boolean money = mention.unit != null && mention.unit.is("CNY");
        if (money
                && mention.per != null
                && mention.per != org.fupin.observation.PerUnit.YEAR
                && isUniform(sentence, mention)) {
            return Status.STANDARD;
        }
        return mention.status;
    }

    private static boolean isFuture(Tokens tokens, int at) {
        return switch (tokens.norm[at]) {
            case "will", "planned", "expected", "plans" -> true;
            case "to" ->
                tokens.is(at - 1, "going")
                        || tokens.is(at - 1, "plan")
                        || tokens.is(at - 1, "strive")
                        || tokens.is(at - 1, "aims")
                        || tokens.is(at - 1, "aim")
                        || tokens.is(at - 1, "intends");
            default -> false;
        };
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

    /** An amount fixed for each, not an average reached. */
    private static boolean isUniform(SentenceContext sentence, Mention mention) {
        int from = sentence.clauseStart(mention.lead);
        int to = sentence.clauseEnd(mention.to);
        if (sentence.hasCue(CueType.AVERAGE, from, to)) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "each")
                    || tokens.is(i, "standard")
                    || tokens.is(i, "subsidy")
                    || tokens.is(i, "subsidies")
                    || tokens.is(i, "every")) {
                return true;
            }
        }
        return tokens.is(mention.to, "per") && tokens.is(mention.to + 1, "person");
    }
}
