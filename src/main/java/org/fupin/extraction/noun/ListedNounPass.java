package org.fupin.extraction.noun;

import java.util.List;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;

/** Lets a number of a list that names nothing and is no part of a total count what the number before it counts. */
public final class ListedNounPass implements Pass {

    private final RuleTable table;

    public ListedNounPass(RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(NounPass.COUNTED, NounPass.Place.class));
    }

    @Override
    public String name() {
        return "listed nouns";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            boolean bare = mention.noun == null && mention.nounTo == mention.nounFrom && mention.partOf == null;
            Applied row = bare && mention.isCount() && mention.isLevel() ? rules.first(mention) : null;
            if (row != null) {
                AlikeNouns.alike(sentence, figures, i, row);
            }
        }
    }
}
