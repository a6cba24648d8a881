package org.fupin.extraction;

import java.util.List;
import org.fupin.observation.Kind;

/** Writes the item: a short noun phrase in the text's words for what is measured. */
final class ItemPass implements Pass {

    private static final int LONGEST = 10;

    @Override
    public String name() {
        return "item";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            mention.item = item(sentence, figures, i);
        }
        for (Mention mention : figures) {
            if (mention.kind != Kind.LEVEL && mention.about != null && !mention.about.item.isEmpty()) {
                mention.item = mention.about.item;
            }
        }
    }

    private static String item(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Tokens tokens = sentence.tokens;
        if (mention.nounTo > mention.nounFrom) {
            int from = mention.nounFrom;
            int to = mention.nounTo;
            while (from > 0 && isModifier(sentence, from - 1) && from - 1 >= (mention.nounBefore ? 0 : mention.to)) {
                from--;
            }
            int end = mention.nounBefore ? mention.lead : sentence.gapEnd(figures, index);
            while (to < Math.min(end, tokens.count) && isModifier(sentence, to) && !sentence.cueAt(CueType.VERB, to)) {
                to++;
            }
            to = withComplement(sentence, to, Math.min(end, from + LONGEST));
            return tokens.raw(from, to);
        }
        Side side = Side.of(sentence, mention);
        if (side == Side.BEFORE) {
            int to = mention.lead - 1;
            int from = Math.max(
                    sentence.clauseStart(mention.lead), Math.max(sentence.gapStart(figures, index), to - LONGEST));
            return tokens.raw(skipFunction(sentence, from, to), to);
        }
        int from = skipFunction(sentence, mention.to, sentence.gapEnd(figures, index));
        int to = Math.min(Math.min(sentence.clauseEnd(from), sentence.gapEnd(figures, index)), from + LONGEST);
        return tokens.raw(from, Math.max(from, to));
    }

    private static int skipFunction(SentenceContext sentence, int from, int to) {
        int at = from;
        while (at < to && (sentence.cueAt(CueType.FUNCTION, at) || !sentence.tokens.isWord(at))) {
            at++;
        }
        return at;
    }

    /** "of key counties", "for poverty alleviation" behind the head. */
    private static int withComplement(SentenceContext sentence, int at, int limit) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(at, "of") && !tokens.is(at, "for") && !tokens.is(at, "in") && !tokens.is(at, "from")) {
            return at;
        }
        int to = at + 1;
        while (to < limit
                && tokens.isWord(to)
                && !sentence.cueAt(CueType.VERB, to)
                && (!sentence.cueAt(CueType.FUNCTION, to) || tokens.is(to, "the"))) {
            to++;
        }
        return to > at + 1 ? to : at;
    }

    private static boolean isModifier(SentenceContext sentence, int token) {
        Tokens tokens = sentence.tokens;
        if (!tokens.isWord(token) || sentence.cueAt(CueType.FUNCTION, token)) {
            return false;
        }
        boolean verb = sentence.cueAt(CueType.VERB, token);
        return !verb
                || tokens.norm[token].endsWith("ed") && !tokens.is(token, "invested") && !tokens.is(token, "issued");
    }
}
