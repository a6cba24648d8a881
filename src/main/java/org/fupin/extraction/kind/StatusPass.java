package org.fupin.extraction.kind;

import java.util.List;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.observation.Coded;
import org.fupin.observation.Status;

/**
 * Tells facts from plans and from standards: by the rows of {@code rules/status.csv}; where none applies, as the standard
 * before in the same list. Parts of what is planned are planned.
 */
public final class StatusPass implements Pass {

    private static final String STATUS = "status";
    private static final String LISTED = "standard-list";
    private static final String BASE = "standard-base";
    private static final String AS_TOTAL = "planned-as-total";

    private final RuleTable table;

    public StatusPass(RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(STATUS, Status.class));
    }

    @Override
    public String name() {
        return STATUS;
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        RuleTable.InSentence rules = table.in(sentence);
        Mention before = null;
        for (Mention mention : figures) {
            Applied applied = rules.first(mention);
            if (applied != null) {
                mention.status = Coded.of(Status.class, applied.value(STATUS));
                mention.rules.add(applied.rule(), applied.from(), applied.to());
            } else if (before != null && goesOn(sentence, before, mention)) {
                mention.status = Status.STANDARD;
                mention.rules.add(LISTED, before);
            }
            if (before != null && before.isBase && isChanged(before, mention)) {
                before.status = Status.STANDARD;
                before.rules.add(BASE, mention);
            }
            before = mention;
        }
        for (Mention mention : figures) {
            if (mention.partOf != null && mention.partOf.status == Status.PLANNED && mention.status != Status.PLANNED) {
                mention.status = Status.PLANNED;
                mention.rules.add(AS_TOTAL, mention.partOf);
            }
        }
    }

    /** "raised from 800 yuan to 900 yuan per household": what a standard was before is one, too. */
    private static boolean isChanged(Mention base, Mention mention) {
        return mention.status == Status.STANDARD && base.status != Status.STANDARD && base.unit == mention.unit;
    }

    private static boolean goesOn(SentenceContext sentence, Mention before, Mention mention) {
        return before.status == Status.STANDARD && before.unit == mention.unit && sentence.isListed(before, mention);
    }

    /** "the income growth target of 600 yuan". */
    public static boolean isTargetOf(SentenceContext sentence, int lead) {
        return sentence.cueAt(CueType.OF, lead - 1)
                && sentence.cueAt(CueType.TARGET, lead - 2)
                && !sentence.tokens.isCapitalised(lead - 2);
    }
}
