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
    private static final String PLANNED = "planned-list-of";
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
                mention.status = before.status;
                mention.rules.add(before.status == Status.STANDARD ? LISTED : PLANNED, before);
            }
            before = mention;
        }
        asStandardsBehind(sentence, figures);
        for (Mention mention : figures) {
            if (mention.partOf != null && mention.partOf.status == Status.PLANNED && mention.status != Status.PLANNED) {
                mention.status = Status.PLANNED;
                mention.rules.add(AS_TOTAL, mention.partOf);
            }
        }
    }

    /** "raised from 800 yuan to 900 yuan per household", "800 yuan or 900 yuan each": as the standard that ends the list. */
    private static void asStandardsBehind(SentenceContext sentence, List<Mention> figures) {
        for (int i = figures.size() - 2; i >= 0; i--) {
            Mention mention = figures.get(i);
            Mention next = figures.get(i + 1);
            boolean open = mention.status == Status.ACTUAL && next.status == Status.STANDARD && isAlike(mention, next);
            boolean base = open && (mention.isBase || isChanged(sentence, mention, next));
            boolean listed = mention.behindNoun() == mention.to && sentence.isListed(mention, next);
            if (base || open && listed) {
                mention.status = Status.STANDARD;
                mention.rules.add(base ? BASE : LISTED, next);
            }
        }
    }

    private static boolean isAlike(Mention mention, Mention other) {
        return mention.unit != null && mention.unit.equals(other.unit) && mention.kind == other.kind;
    }

    private static boolean isChanged(SentenceContext sentence, Mention base, Mention mention) {
        return sentence.cueAt(CueType.FROM, base.lead - 1) && sentence.cueAt(CueType.TO, mention.lead - 1);
    }

    /** "500 yuan and 300 yuan", "the plan of 300 villages and 20 roads": of a plan other things may be listed, too. */
    private static boolean goesOn(SentenceContext sentence, Mention before, Mention mention) {
        return switch (before.status) {
            case STANDARD -> before.unit == mention.unit && sentence.isListed(before, mention);
            case PLANNED ->
                sentence.isListed(before, mention)
                        && (isTargetOf(sentence, before.lead) || !isSubject(sentence, mention));
            case ACTUAL -> false;
        };
    }

    /** "42 projects were planned and 38 finished": what has a verb of its own is another matter. */
    private static boolean isSubject(SentenceContext sentence, Mention mention) {
        int behind = mention.behindNoun();
        return sentence.cueAt(CueType.AUXILIARY, behind) || sentence.cueAt(CueType.VERB, behind);
    }

    /** "the income growth target of 600 yuan". */
    public static boolean isTargetOf(SentenceContext sentence, int lead) {
        return sentence.cueAt(CueType.OF, lead - 1)
                && sentence.cueAt(CueType.TARGET, lead - 2)
                && !sentence.tokens.isCapitalised(lead - 2);
    }
}
