package org.fupin.extraction.payer;

import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Payers;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.structure.Clause;
import org.fupin.extraction.structure.Enumeration;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;

/** How far the words reach that tell of one amount: within its clause and item, up to the amounts beside it. */
final class AmountWords {

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final Payers payers;
    private final List<Mention> figures;

    AmountWords(SentenceContext sentence, List<Mention> figures) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.payers = sentence.payers();
        this.figures = figures;
    }

    /** The first token of the words that tell of the amount at the index. */
    int begin(int index) {
        Mention mention = figures.get(index);
        int begin = beginOfClause(mention.lead);
        Clause clause = sentence.structure().clauseAt(mention.lead);
        begin = clause == null ? begin : Math.max(begin, clause.from());
        if (index > 0) {
            Mention before = figures.get(index - 1);
            boolean counted = before.noun != null && !before.nounBefore && before.nounTo <= mention.lead;
            begin = Math.max(begin, counted ? before.nounTo : before.to);
        }
        Enumeration.Item item = sentence.structure().itemOf(mention);
        return item == null ? begin : Math.max(begin, item.from());
    }

    /** The begin of the clause; commas and brackets within a payer do not begin it. */
    private int beginOfClause(int at) {
        int begin = sentence.clauseStart(at);
        Payer across = payers.at(begin);
        for (int i = 0; i < NamedPayers.GOVERNED && across != null && across.begin() < begin; i++) {
            begin = sentence.clauseStart(across.begin());
            across = payers.at(begin);
        }
        return begin;
    }

    /** Up to the next amount or what belongs to it, within the clause and the item. */
    int end(int index, int behind) {
        Mention mention = figures.get(index);
        int end = behind > mention.to ? tokens.count : sentence.gapEnd(figures, index);
        end = Math.min(end, endOfClause(behind));
        Clause clause = sentence.structure().clauseAt(mention.lead);
        if (clause != null && clause.to() >= behind && !isPredicate(behind)) {
            end = Math.min(end, clause.to());
        }
        Enumeration.Item item = sentence.structure().itemOf(mention);
        if (item != null && item.to() >= behind && mention == item.amount()) {
            end = Math.min(end, item.to());
        }
        return Math.min(end, beforeNextPayer(behind, end));
    }

    /** Whether a predicate begins here, whose subject is the amount before it: "X was from the county". */
    private boolean isPredicate(int at) {
        Clause clause = sentence.structure().clauseAt(at);
        return clause != null && clause.verbFrom() == at;
    }

    /** The end of the clause; commas and brackets within a payer do not end it. */
    private int endOfClause(int at) {
        int end = sentence.clauseEnd(at);
        Payer across = payers.at(end);
        for (int i = 0; i < NamedPayers.GOVERNED && across != null && across.begin() < end && across.end() > end; i++) {
            end = sentence.clauseEnd(across.end());
            across = payers.at(end);
        }
        return end;
    }

    /** "firms put in X and villagers Y": the payer right before the next amount is not this one's. */
    private int beforeNextPayer(int from, int to) {
        for (Payer payer : payers.in(from, to)) {
            Mention next = sentence.figureAt(payer.end());
            if (next != null
                    && next.unit != null
                    && next.unit.dimension() == Dimension.MONEY
                    && payer.begin() > from
                    && sentence.cueAt(CueType.CONJUNCTION, firstWord(payer.begin()) - 1)) {
                return payer.begin();
            }
        }
        return to;
    }

    private int firstWord(int at) {
        return sentence.cueAt(CueType.ARTICLE, at - 1) ? at - 1 : at;
    }
}
