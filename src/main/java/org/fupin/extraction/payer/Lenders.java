package org.fupin.extraction.payer;

import java.util.List;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PayerWords;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Sentence;
import org.jspecify.annotations.Nullable;

/** Whether a paragraph names a lender: a bank or another financial institution, or the word credit. */
final class Lenders {

    private final Lexicon lexicon;

    Lenders(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The lender that the sentence names, null if it names none. */
    static @Nullable Payer in(SentenceContext sentence) {
        return sentence.payers().first(FundingSource.CREDIT);
    }

    /** Whether the sentence or another one of its paragraph names a lender. Each paragraph is looked through once. */
    boolean inParagraphOf(SentenceContext sentence) {
        SentenceContext context = sentence;
        while (context.lenderNamed == null) {
            if (in(context) != null) {
                context.lenderNamed = true;
            } else if (context.previous != null) {
                context = context.previous;
            } else {
                context.lenderNamed = isNamedBehind(sentence);
            }
        }
        sentence.lenderNamed = context.lenderNamed;
        return sentence.lenderNamed;
    }

    private boolean isNamedBehind(SentenceContext sentence) {
        PayerWords words = lexicon.payers(sentence.article);
        List<Sentence> all = sentence.section.sentences();
        int first = Sorted.firstFrom(
                all, s -> s.span().begin(), sentence.source.span().end());
        for (Sentence next : all.subList(first, all.size())) {
            if (next.paragraph() != sentence.source.paragraph()) {
                return false;
            }
            if (namesLender(Tokens.of(next.text(), 0), words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesLender(Tokens tokens, PayerWords words) {
        int at = 0;
        while (at < tokens.count) {
            Hit<PayerWords.Payer> word = words.words().longest(tokens, at, tokens.count);
            if (word != null && word.value().source() == FundingSource.CREDIT) {
                return true;
            }
            at = word == null ? at + 1 : word.end();
        }
        return false;
    }
}
