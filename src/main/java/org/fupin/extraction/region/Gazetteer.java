package org.fupin.extraction.region;

import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.jspecify.annotations.Nullable;

/** The names of a sentence that the reference data knows, and in which region each lies. */
final class Gazetteer {

    /** Value of the words for kinds of places that lie within a prefecture. */
    private static final String BELOW_PREFECTURE = "county";

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final Lexicon lexicon;
    private final PhraseIndex<String> names;

    Gazetteer(SentenceContext sentence, Lexicon lexicon) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        this.lexicon = lexicon;
        names = lexicon.places(sentence.article);
    }

    /** The longest name that begins at the token, with the code of its region; null if none does. */
    @Nullable
    Hit<String> at(int token) {
        return names.longest(tokens, token, tokens.count);
    }

    /** Whether the name is that of a whole region, not of a place in it. */
    boolean isRegion(Hit<String> name) {
        return lexicon.isRegionName(tokens.raw(name.begin(), name.end()));
    }

    /** Whether the region of the name is the article's. */
    boolean isOwn(Hit<String> name) {
        return name.value().equals(sentence.article.region());
    }

    /** Whether the region of the name is the article's or the region around it. */
    boolean isWithin(Hit<String> name) {
        String region = sentence.article.region();
        return region.startsWith(name.value()) || name.value().startsWith(region);
    }

    /**
     * Whether the name tells who helps, not where: "Zhuhai City" in a report of another province.
     *
     * @param from first token of the name
     * @param containing first token of the name behind "of" in "X City of Y Province", 0 where there is none
     */
    boolean isElsewhere(int from, int containing) {
        Hit<String> around = containing > 0 ? at(containing) : null;
        if (around != null && isRegion(around) && !isWithin(around)) {
            return sentence.article.partner().isEmpty();
        }
        Hit<String> name = at(from);
        if (name == null) {
            return false;
        }
        if (isRegion(name) && isWithin(name)) {
            return true; // "Chongqing City" in a report of Chongqing
        }
        Hit<Cue> kind = sentence.cueBeginningAt(CueType.PLACE_KIND, name.end());
        if (kind != null && kind.value().value().equals(BELOW_PREFECTURE) && !isRegion(name)) {
            return false; // "Wuxi County" is not the city of that name
        }
        boolean located = sentence.cueAt(CueType.LOCATED, from - 1) && from > 0;
        return sentence.article.partner().isEmpty() && !isWithin(name) && !located;
    }
}
