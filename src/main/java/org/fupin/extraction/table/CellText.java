package org.fupin.extraction.table;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.table.Cell.Content;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.reference.TableWords.Type;

/** Tells what the tokens of a cell are: a figure, a label, or that there is none. */
final class CellText {

    private final TableLabels labels;
    private final SentenceContext row;
    private final Tokens tokens;
    private final int from;
    private final int to;
    private final List<Mention> mentions;

    CellText(TableLabels labels, SentenceContext row, int from, int to, List<Mention> mentions) {
        this.labels = labels;
        this.row = row;
        this.tokens = row.tokens;
        this.from = from;
        this.to = to;
        this.mentions = mentions;
    }

    /** Whether a dash or dot sets the token in. */
    static boolean isDash(Tokens tokens, int token) {
        return tokens.type[token] == Tokens.MARK && !tokens.is(token, "(");
    }

    Content content() {
        boolean letters = false;
        boolean marks = false;
        for (int i = from; i < to; i++) {
            boolean mark = tokens.type[i] == Tokens.MARK;
            letters |= !mark;
            marks |= mark && !tokens.is(i, "|");
        }
        if (!letters) {
            boolean label = tokens.is(from, "%") || labels.isAll(Type.KIND, tokens, from, to);
            return label ? Content.LABEL : marks ? Content.MISSING : Content.BLANK;
        }
        if (labels.isAll(Type.MISSING, tokens, from, to)) {
            return Content.MISSING;
        }
        if (mentions.isEmpty() || isUnitInBrackets() || !isFigure()) {
            return Content.LABEL;
        }
        boolean bare = mentions.size() == 1 && to - from == 1;
        return bare && NumberShape.isYear(tokens, mentions.get(0)) ? Content.YEAR : Content.FIGURE;
    }

    /** "Amount (10,000 yuan)". */
    private boolean isUnitInBrackets() {
        Mention mention = mentions.get(0);
        return mentions.size() == 1
                && tokens.isWord(from)
                && tokens.is(Math.min(mention.from, mention.lead) - 1, "(")
                && mention.unit != null
                && mention.value != null
                && mention.value.signum() > 0
                && mention.value.stripTrailingZeros().unscaledValue().equals(BigDecimal.ONE.unscaledValue());
    }

    /** Whether the cell holds a number and no words but those of its unit, the thing counted, a mark or a qualifier. */
    private boolean isFigure() {
        if (mentions.get(0).form != Mention.Form.DIGITS) {
            return false;
        }
        int at = from;
        for (Mention mention : mentions) {
            if (!isFiller(at, Math.min(mention.from, mention.lead))) {
                return false;
            }
            at = mention.to;
        }
        Hit<Noun> noun = at >= to ? null : labels.lexicon.nouns.longest(tokens, at, to);
        Mention last = mentions.get(mentions.size() - 1);
        if (noun != null && last.unit == null) {
            last.noun = noun.value();
            last.nounFrom = noun.begin();
            last.nounTo = noun.end();
        }
        return isFiller(noun == null ? at : noun.end(), to);
    }

    private boolean isFiller(int begin, int end) {
        for (int i = begin; i < end; i++) {
            boolean said = labels.isAll(Type.FILLER, tokens, i, i + 1)
                    || row.cueAt(CueType.UP, i)
                    || row.cueAt(CueType.DOWN, i)
                    || tokens.norm[i].length() == 1;
            if (tokens.isWord(i) && !said) {
                return false;
            }
        }
        return true;
    }
}
