package org.fupin.extraction.sentence;

import org.fupin.extraction.structure.Layout;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;

/** Where a sentence tells what an amount does not comprise: "(excluding loans)", "funds other than those of the lottery". */
final class Exclusions {

    private final Layout layout;

    Exclusions(Layout layout) {
        this.layout = layout;
    }

    /** Behind the exclusion that begins at the token; the token itself where none does. */
    int end(int at) {
        Hit<Cue> opener = layout.cueBeginningAt(CueType.EXCLUSION, at);
        if (opener == null) {
            return at;
        }
        if (layout.depth[at] > 0) {
            return Math.max(opener.end(), layout.closing(at));
        }
        int end = opener.end();
        while (end < layout.tokens.count
                && !layout.isClauseMark(end)
                && !layout.tokens.isNumber(end)
                && !layout.cueAt(CueType.FINITE, end)
                && !layout.cueAt(CueType.ITEM_VERB, end)) {
            end++;
        }
        return end;
    }
}
