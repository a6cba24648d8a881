package org.fupin.extraction;

import java.util.List;
import org.fupin.extraction.Lexicon.Cue;
import org.fupin.extraction.PhraseIndex.Hit;
import org.fupin.observation.Coded;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;

/** Finds what an amount per unit is per. */
final class PerPass implements Pass {

    private static final int NEAR = 10;

    @Override
    public String name() {
        return "per";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.isPercent() || mention.isUnit("pp") || mention.isUnit("times") || mention.isUnit("ratio")) {
                continue;
            }
            int from = Math.max(sentence.gapStart(figures, i), sentence.clauseStart(mention.lead));
            int to = Math.min(sentence.gapEnd(figures, i), mention.to + NEAR);
            Hit<Cue> after = sentence.firstCue(CueType.PER, mention.to, Math.min(to, mention.to + 4));
            Hit<Cue> before = sentence.lastCue(CueType.PER, Math.max(from, mention.lead - NEAR), mention.lead);
            Hit<Cue> hit = after != null ? after : before;
            if (hit != null) {
                mention.per = Coded.of(PerUnit.class, hit.value().value());
                mention.rules.add("per:" + mention.per.code());
            } else if (mention.measure == Measure.POVERTY_LINE && mention.isLevel()) {
                mention.per = PerUnit.PERSON;
            } else if (mention.about != null && mention.about.measure == Measure.INCOME) {
                mention.per = mention.about.per;
            }
        }
    }
}
