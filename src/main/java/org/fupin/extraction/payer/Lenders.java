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
import org.fupin.observation.document.Sentence;
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

    /** Whether a sentence of its paragraph names a lender. Each paragraph is looked through once. */
    boolean inParagraphOf(SentenceContext sentence) {
        SentenceContext known = sentence;
        while (known.lenderNamed == null && known.previous != null) {
            known = known.previous;
        }
        if (known.lenderNamed == null) {
            known.lenderNamed = isNamedFrom(known);
        }
        sentence.lenderNamed = known.lenderNamed;
        return known.lenderNamed;
    }

    private boolean isNamedFrom(SentenceContext first) {
        PayerWords words = lexicon.payers(first.article);
        List<Sentence> all = first.section.sentences();
        int index = Sorted.firstFrom(
                all, sentence -> sentence.span().begin(), first.source.span().begin());
        return all.subList(index, all.size()).stream()
                .takeWhile(sentence -> sentence.paragraph() == first.source.paragraph())
                .anyMatch(sentence -> namesLender(Tokens.of(sentence.text(), 0), words));
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
