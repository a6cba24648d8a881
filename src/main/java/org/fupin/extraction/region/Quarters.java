package org.fupin.extraction.region;

import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;

/** Parts of the region reported on that are named by the compass: "northern areas of Jiangsu", "southern part of the province". */
final class Quarters {

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final Gazetteer gazetteer;

    Quarters(SentenceContext sentence, Gazetteer gazetteer) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.gazetteer = gazetteer;
    }

    /** Behind the part whose name begins at the token, 0 if none does. */
    int end(int compass) {
        if (!sentence.cueAt(CueType.COMPASS, compass)) {
            return 0;
        }
        int at = compass + 1;
        while (sentence.cueAt(CueType.QUARTER_MODIFIER, at)) {
            at++;
        }
        return sentence.cueAt(CueType.QUARTER, at) && sentence.cueAt(CueType.OF, at + 1) ? endOfRegion(at + 2) : 0;
    }

    private int endOfRegion(int at) {
        int name = sentence.cueAt(CueType.ARTICLE, at) ? at + 1 : at;
        if (sentence.cueAt(CueType.PROVINCE, name)) {
            return name + 1;
        }
        Hit<String> hit = gazetteer.at(at);
        if (hit == null || !gazetteer.isOwn(hit) || !gazetteer.isRegion(hit)) {
            return 0;
        }
        boolean kind = tokens.isCapitalised(hit.end())
                && (sentence.cueAt(CueType.PLACE_KIND, hit.end()) || sentence.cueAt(CueType.PROVINCE, hit.end()));
        return kind ? hit.end() + 1 : hit.end();
    }

    /** The token before the name and its article. */
    int before(int compass) {
        return sentence.cueAt(CueType.ARTICLE, compass - 1) ? compass - 2 : compass - 1;
    }

    /** "the counties in", "the counties (cities) in", but not "the first firm in": that one is only said to stand out there. */
    boolean isNamed(int compass) {
        int before = before(compass);
        int thing = before - 1;
        return before <= 0
                || !sentence.cueAt(CueType.LOCATED, before)
                || !tokens.isWord(thing)
                || tokens.isPlural(thing);
    }
}
