package org.fupin.extraction;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the other numbers that state no figure: document numbers, ordinals, names and slogans, list counters, class
 * limits, durations that only frame a thing, "one" as a pronoun, national context. The annotation guide lists them
 * ("What is an observation").
 */
final class NonFigurePass implements Pass {

    /** How many numbers to either side are looked at to judge one: bounds the work per number. */
    private static final int NEAR = 8;

    /** Names and slogans in quotation marks are shorter, in tokens. */
    private static final int LONGEST_NAME = 10;

    /** Most tokens between the things that a limit delimits and the limit. */
    private static final int LONGEST_LIMIT = 7;

    private static final BigDecimal OLDEST = new BigDecimal(110);

    private final Lexicon lexicon;
    private final NounPhrases nounPhrases;

    NonFigurePass(Lexicon lexicon, NounPhrases nounPhrases) {
        this.lexicon = lexicon;
        this.nounPhrases = nounPhrases;
    }

    @Override
    public String name() {
        return "no figures";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> mentions = sentence.mentions;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.isLeftOut()) {
                continue;
            }
            List<Mention> near = mentions.subList(Math.max(0, i - NEAR), Math.min(mentions.size(), i + NEAR + 1));
            if (isGroupOfZeros(sentence, mention)) {
                mention.leaveOut(LeftOutReason.OTHER, "zeros");
            } else if (isDocumentNumber(sentence, mention)) {
                mention.leaveOut(LeftOutReason.DOCUMENT_NUMBER, "document-number");
            } else if (isOrdinal(sentence, mention)) {
                mention.leaveOut(LeftOutReason.ORDINAL, "ordinal");
            } else if (isListCounter(sentence, mention)) {
                mention.leaveOut(LeftOutReason.LIST_COUNTER, "list-counter");
            } else if (isName(sentence, mention)) {
                mention.leaveOut(LeftOutReason.NAME, "name");
            } else if (isClassLimit(sentence, mention)) {
                mention.leaveOut(LeftOutReason.CLASS_LIMIT, "class-limit");
            } else if (isDuration(sentence, mention)) {
                mention.leaveOut(LeftOutReason.DURATION, "framing-duration");
            } else if (isPowerOfUnit(sentence, mention)) {
                mention.leaveOut(LeftOutReason.NAME, "unit-power");
            } else if (isDegrees(sentence, mention)) {
                mention.leaveOut(LeftOutReason.CONTEXT, "degrees");
            } else if (isContext(sentence, mention)) {
                mention.leaveOut(LeftOutReason.CONTEXT, "national-context");
            } else if (mention.form == Mention.Form.WORD && mention.unit == null) {
                judgeNumberWord(sentence, near, mention);
            }
        }
    }

    /** "000 yuan": the rest of a number whose beginning stands elsewhere. */
    private static boolean isGroupOfZeros(SentenceContext sentence, Mention mention) {
        String digits = sentence.tokens.norm[mention.firstNumber];
        return mention.form == Mention.Form.DIGITS
                && mention.firstNumber == mention.lastNumber
                && digits.length() > 1
                && digits.chars().allMatch(c -> c == '0' || c == ',')
                && digits.charAt(0) == '0';
    }

    private static boolean isDocumentNumber(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int before = mention.from - 1;
        if (mention.unit != null) {
            return false;
        }
        boolean bracketed = (tokens.is(before, "[") || tokens.is(before, "〔"))
                && (tokens.is(mention.to, "]") || tokens.is(mention.to, "〕"));
        boolean afterBracket = tokens.is(before, "]") || tokens.is(before, "〕");
        return bracketed || afterBracket;
    }

    private static boolean isOrdinal(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (mention.unit != null || mention.hasMagnitude) {
            return false;
        }
        return mention.form == Mention.Form.DIGITS
                && tokens.isGlued(mention.to)
                && switch (tokens.norm[mention.to]) {
                    case "st", "nd", "rd", "th" -> true;
                    default -> tokens.norm[mention.to].startsWith("th-") || tokens.norm[mention.to].startsWith("st-");
                };
    }

    private boolean isListCounter(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (mention.form != Mention.Form.DIGITS || mention.unit != null || mention.hasMagnitude) {
            return false;
        }
        int from = mention.from;
        int after = mention.to;
        if (tokens.norm[mention.firstNumber].length() > 2) {
            return false;
        }
        boolean inBrackets = tokens.is(from - 1, "(")
                && tokens.is(after, ")")
                && !tokens.isNumber(from - 2) // "45 (7) wells": nobody knows what it is
                && !isCountBehindThings(sentence, from - 1, after + 1);
        if (tokens.is(after, ".") && after + 1 == tokens.count && from > 0 && !BigDecimal.ONE.equals(mention.value)) {
            return inBrackets; // "Courses: 12.": nothing follows that it would number
        }
        boolean atStart = from == 0 || tokens.is(from - 1, ";") || tokens.is(from - 1, ":") || tokens.is(from - 1, ".");
        boolean marked = tokens.is(after, ".") || tokens.is(after, ")") || tokens.is(after, "、");
        return inBrackets || atStart && marked;
    }

    /** "wells (45) and bridges (12)": the brackets stand behind things and the list goes on or ends. */
    private boolean isCountBehindThings(SentenceContext sentence, int open, int behind) {
        Tokens tokens = sentence.tokens;
        boolean listed = behind >= tokens.count
                || sentence.isClauseMark(behind)
                || tokens.is(behind, "and")
                || sentence.cueAt(CueType.VERB, behind);
        return listed && thingsBefore(sentence, open) != null;
    }

    private boolean isName(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int before = mention.from - 1;
        if (sentence.quoted[mention.from] && !isQuotedStatement(sentence, mention)) {
            return true;
        }
        if (mention.unit == null
                && sentence.cueAt(CueType.NAME_BEFORE, before)
                && !tokens.is(before, "number")
                && !mention.hasMagnitude) {
            return tokens.isCapitalised(before) || sentence.cueAt(CueType.NAME_WORD, before);
        }
        if (mention.unit == null && tokens.is(before, ".") && tokens.is(before - 1, "no")) {
            return true;
        }
        if (mention.unit == null
                && tokens.isWord(before)
                && tokens.isGlued(mention.from)
                && !YearParts.isAbbreviated(sentence, mention)
                && tokens.end[before] - tokens.begin[before] <= 2
                && tokens.raw(before, before + 1)
                        .equals(tokens.raw(before, before + 1).toUpperCase(java.util.Locale.ROOT))) {
            return true; // A4, G20, PM2.5
        }
        if (tokens.is(before, "-")
                && tokens.isGlued(mention.from)
                && tokens.isGlued(before)
                && tokens.isWord(before - 1)) {
            return true; // "Action-120"
        }
        if (mention.form != Mention.Form.DIGITS) {
            boolean capital = tokens.isCapitalised(mention.from) && mention.from > 0;
            boolean opens = mention.from > 0 && sentence.isClauseMark(mention.from - 1) && !tokens.is(before, ",");
            return capital && !opens && tokens.isCapitalised(mention.to)
                    || sentence.cueAt(CueType.SLOGAN, mention.from);
        }
        return false;
    }

    /** "from \"lifting 50% of the key counties and 2,000 villages out of poverty by 2015\" to ...": a sentence, no name. */
    private static boolean isQuotedStatement(SentenceContext sentence, Mention mention) {
        boolean figure = mention.unit != null || mention.hasMagnitude || mention.form == Mention.Form.DIGITS;
        int from = mention.from;
        while (from > 0 && sentence.quoted[from - 1] && mention.from - from < LONGEST_NAME) {
            from--;
        }
        int to = mention.to;
        boolean tells = false;
        while (to < sentence.tokens.count && sentence.quoted[to] && to - from < 3 * LONGEST_NAME) {
            to++;
        }
        for (int i = from; i < mention.from; i++) {
            tells |= sentence.cueAt(CueType.VERB, i) && sentence.tokens.norm[i].endsWith("ing");
        }
        return figure && tells && to - from > LONGEST_NAME;
    }

    private static boolean isDuration(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (mention.gluedToWord) {
            return true;
        }
        if (!mention.isUnit("year") && !mention.isUnit("day") && !mention.isUnit("hour")) {
            return false;
        }
        boolean hyphenated = tokens.is(mention.lastNumber + 1, "-");
        if (hyphenated) {
            return mention.isUnit("year");
        }
        int before = mention.lead - 1;
        return sentence.cueAt(CueType.DURATION_BEFORE, before)
                || mention.form == Mention.Form.WORD && tokens.is(before - 1, "in")
                || sentence.cueAt(CueType.DURATION_AFTER, mention.to) && !tokens.is(before, "for")
                || isOnceUponATime(sentence, mention);
    }

    /** "One day the road will reach the village": no time is measured. */
    private static boolean isOnceUponATime(SentenceContext sentence, Mention mention) {
        return sentence.tokens.is(mention.from, "one")
                && mention.lastNumber == mention.from
                && mention.from == sentence.clauseStart(mention.from)
                && !sentence.tokens.is(mention.to, "of");
    }

    private boolean isClassLimit(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (sentence.cueAt(CueType.CLASS_AFTER, mention.to) || mention.isUnit("year") && tokens.is(mention.to, "old")) {
            return true;
        }
        int start = Math.max(mention.from - 6, 0);
        PhraseIndex.Hit<Lexicon.Cue> before = sentence.lastCue(CueType.CLASS_BEFORE, start, mention.from);
        if (before == null || before.end() < mention.lead - 1 || mention.isPercent()) {
            return isAge(sentence, mention)
                    || isLimitOfThings(sentence, mention)
                    || isLimitOfSubject(sentence, mention)
                    || isLimitOfAll(sentence, mention);
        }
        return !tokens.is(before.begin(), "within") || mention.unit != null && !mention.isCount();
    }

    /** "women under 45": a number right behind people, with nothing that it counts. */
    private boolean isAge(SentenceContext sentence, Mention mention) {
        Lexicon.Noun people = limited(sentence, mention);
        if (people == null
                || !people.unit().equals(lexicon.person)
                || mention.unit != null
                || mention.hasMagnitude
                || mention.value == null
                || mention.value.compareTo(OLDEST) > 0) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        int after = mention.to;
        return !tokens.isWord(after)
                || sentence.cueAt(CueType.FUNCTION, after)
                || sentence.cueAt(CueType.VERB, after)
                || tokens.norm[after].endsWith("ed");
    }

    /** "villages above 2,400 meters", "loans over two years", "farmers below 2,500 yuan". */
    private boolean isLimitOfThings(SentenceContext sentence, Mention mention) {
        Lexicon.Noun things = limited(sentence, mention);
        if (things == null || mention.unit == null) {
            return false;
        }
        boolean people = things.unit().equals(lexicon.person) || things.unit().equals(lexicon.household);
        return switch (mention.unit.dimension()) {
            case LENGTH -> people || things.measure().countsPlaces();
            case TIME -> people || things.measure() == Measure.LOAN_COUNT;
            case MONEY -> people;
            default -> false;
        };
    }

    /** The things right before a word that sets them a limit and the number, null if there are none. */
    private Lexicon.@Nullable Noun limited(SentenceContext sentence, Mention mention) {
        boolean limit = mention.lead == mention.from - 1 && sentence.cueAt(CueType.CLASS_LIMIT, mention.lead);
        return limit ? thingsBefore(sentence, mention.lead) : null;
    }

    /** The plural noun that ends before the token, null if there is none. */
    private Lexicon.@Nullable Noun thingsBefore(SentenceContext sentence, int to) {
        Tokens tokens = sentence.tokens;
        if (!tokens.isWord(to - 1) || !Lemma.isPlural(tokens.norm[to - 1])) {
            return null;
        }
        for (int from = Math.max(0, to - 3); from < to; from++) {
            PhraseIndex.Hit<Lexicon.Noun> hit = lexicon.nouns.longest(tokens, from, to);
            if (hit != null && hit.end() == to) {
                return hit.value();
            }
        }
        return null;
    }

    /** "Enterprises with sales of more than 10 million yuan may apply": things of which no number is told. */
    private boolean isLimitOfSubject(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (!isBound(mention)) {
            return false;
        }
        int start = sentence.clauseStart(mention.lead);
        for (int at = Math.max(start + 1, mention.lead - LONGEST_LIMIT); at < mention.lead; at++) {
            if (tokens.is(at, "with") && !tokens.is(at + 1, "total") && !tokens.is(at + 2, "total")) {
                return thingsBefore(sentence, at) != null && isBareSubject(sentence, start, at);
            }
        }
        return false;
    }

    /** Whether the tokens are nothing but a noun with its modifiers. */
    private static boolean isBareSubject(SentenceContext sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!sentence.tokens.isWord(i)
                    || sentence.cueAt(CueType.FUNCTION, i) && !sentence.cueAt(CueType.CLASS_SCOPE, i)
                    || sentence.cueAt(CueType.VERB, i)) {
                return false;
            }
        }
        return to - from <= LONGEST_LIMIT;
    }

    /** "all projects of more than 500,000 yuan". */
    private boolean isLimitOfAll(SentenceContext sentence, Mention mention) {
        if (!isBound(mention) || !sentence.tokens.is(mention.lead - 1, "of")) {
            return false;
        }
        Lexicon.Noun things = thingsBefore(sentence, mention.lead - 1);
        boolean all = false;
        for (int i = Math.max(0, mention.lead - LONGEST_LIMIT); i < mention.lead; i++) {
            all |= sentence.cueAt(CueType.CLASS_SCOPE, i);
        }
        return things != null && all;
    }

    /** Whether an amount is an upper or a lower bound. */
    private static boolean isBound(Mention mention) {
        return mention.unit != null
                && !mention.isPercent()
                && (mention.qualifier == Qualifier.OVER || mention.qualifier == Qualifier.UNDER)
                && mention.lead < mention.from;
    }

    /** "120 persons/km2", "200 yuan/m2": the digit belongs to the unit that the amount is per. */
    private static boolean isPowerOfUnit(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int letters = mention.from - 1;
        boolean power = tokens.is(mention.from, "2") || tokens.is(mention.from, "3");
        boolean length = tokens.is(letters, "m") || tokens.is(letters, "km") || tokens.is(letters, "hm");
        return power && length && tokens.isGlued(mention.from) && tokens.is(letters - 1, "/") && mention.unit == null;
    }

    /** "fell to -12 degrees", "slopes of 25°", "38 degrees Celsius": heat, cold and steepness count no things. */
    private static boolean isDegrees(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        if (mention.unit != null || mention.hasMagnitude) {
            return false;
        }
        if (tokens.is(at, "°") || tokens.is(at, "℃") || tokens.is(at, "º")) {
            return true;
        }
        boolean degrees = tokens.is(at, "degrees") || tokens.is(at, "degree");
        int from = Math.max(sentence.clauseStart(mention.lead), mention.lead - LONGEST_NAME);
        int to = Math.min(sentence.clauseEnd(mention.to), mention.to + LONGEST_LIMIT);
        return degrees
                && (mention.isNegative
                        || tokens.is(at + 1, "below")
                        || tokens.is(at + 1, "above")
                        || sentence.hasCue(CueType.DEGREES, from, to));
    }

    private static boolean isContext(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (mention.unit != null) {
            return false;
        }
        boolean among = tokens.is(mention.from - 1, "the")
                && tokens.is(mention.from - 2, "among")
                && tokens.is(mention.from - 3, "are");
        return among || isDesignatedByState(sentence, mention);
    }

    /** "the state identified 14 contiguous poor areas", "the 14 areas identified by the state": of the whole country. */
    private static boolean isDesignatedByState(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int verb = mention.from - 1;
        boolean active = isDesignated(tokens, verb) && tokens.is(verb - 1, "state");
        boolean passive = false;
        for (int i = mention.to; i < Math.min(mention.to + 6, tokens.count - 3); i++) {
            passive |= isDesignated(tokens, i) && tokens.is(i + 1, "by") && tokens.is(i + 3, "state");
        }
        return active || passive && tokens.is(mention.from - 1, "the");
    }

    private static boolean isDesignated(Tokens tokens, int at) {
        return tokens.is(at, "identified") || tokens.is(at, "determined") || tokens.is(at, "designated");
    }

    /** "one or two industries": no number is stated. */
    private static boolean isEitherOr(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        for (Mention other : near) {
            boolean before = other.to + 1 == mention.from && tokens.is(other.to, "or");
            boolean after = mention.to + 1 == other.from && tokens.is(mention.to, "or");
            if ((before || after) && other.form == Mention.Form.WORD) {
                return true;
            }
        }
        return false;
    }

    /** "one thousand enterprises for one thousand villages": round numbers in pairs, or before a possessive. */
    private static boolean isRoundSlogan(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean round = tokens.is(mention.from, "one") || tokens.is(mention.from, "ten");
        if (!round || tokens.isCapitalised(mention.from) && mention.from > 0) {
            return round;
        }
        for (Mention other : near) {
            if (other != mention
                    && other.form == Mention.Form.WORD
                    && other.hasMagnitude
                    && tokens.is(other.from, tokens.norm[mention.from])) {
                return true;
            }
        }
        return tokens.is(mention.to + 1, "'");
    }

    /** Whether a bare number word counts again what was counted before a part's opener: "40 posters, including three ...". */
    private static boolean isBarePart(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        PhraseIndex.Hit<Lexicon.Cue> opener = sentence.lastCue(CueType.PART, mention.lead - 20, mention.lead);
        if (opener == null || tokens.is(mention.from, "one")) {
            return false;
        }
        boolean first = opener.end() == mention.lead;
        boolean listed = (tokens.is(mention.lead - 1, "and") || tokens.is(mention.lead - 1, ","))
                && mention.lead - opener.end() <= 14;
        boolean nothingCounted =
                sentence.cueAt(CueType.VERB, mention.to) || sentence.cueAt(CueType.FUNCTION, mention.to);
        if (!first && !listed || !nothingCounted) {
            return false;
        }
        for (Mention other : near) {
            if (other.from < opener.begin() && !other.isLeftOut() && other.unit == null) {
                return true;
            }
        }
        return false;
    }

    /** "Of the 12 counties five lie in the hills and two border Hubei": a verb behind a number word, the whole before it. */
    private static boolean isOfTheWhole(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean acts = sentence.cueAt(CueType.PLURAL_VERB, mention.to)
                || sentence.cueAt(CueType.VERB_ADVERB, mention.to)
                || sentence.cueAt(CueType.FINITE, mention.to);
        if (!acts || tokens.is(mention.from, "one")) {
            return false;
        }
        int start = sentence.clauseStart(mention.lead);
        if (start > 1 && tokens.is(start - 1, ",") && start >= mention.lead - 1) {
            start = sentence.clauseStart(start - 1); // "Of the 12 counties, five lie in the hills"
        }
        boolean joined = tokens.is(start, "and") || tokens.is(start, "while") || tokens.is(start, "but");
        int of = joined ? start + 1 : start;
        if (!tokens.is(of, "of") && !tokens.is(of, "among") && !tokens.is(of, "out")) {
            return false;
        }
        for (Mention other : near) {
            if (other.from > of && other.from < mention.from && !other.isLeftOut() && other.unit == null) {
                return true;
            }
        }
        return false;
    }

    /** "issued eight systems", "formulated two plans": papers that were made, not an announcement of what follows. */
    private boolean isMade(SentenceContext sentence, Mention mention, NounPhrases.Phrase phrase) {
        if (phrase.noun() == null || phrase.noun().measure() != Measure.DOCUMENTS) {
            return false;
        }
        return sentence.cueAt(CueType.PAPER_VERB, mention.lead - 1);
    }

    /** A number word counts only things that are counted, not those that it announces ("five models"). */
    private void judgeNumberWord(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (mention.noun != null || isOneOfTwoLevels(sentence, near, mention) || countsAgain(sentence, near, mention)) {
            return;
        }
        if (mention.hasMagnitude && tokens.isWord(mention.to)) {
            if (isRoundSlogan(sentence, near, mention)) {
                // "one thousand enterprises for one thousand villages": a slogan's round number
                mention.leaveOut(LeftOutReason.NAME, "slogan-number");
            }
            return;
        }
        if (isReached(sentence, mention)) {
            return;
        }
        boolean ofArea = (tokens.is(mention.from - 1, "of") || tokens.is(mention.from - 1, "in"))
                && tokens.is(mention.to + 1, "in")
                && tokens.isCapitalised(mention.to + 2);
        if ((tokens.is(mention.from - 1, "the") || ofArea) && tokens.is(mention.to, "prefectures")) {
            mention.leaveOut(LeftOutReason.NAME, "prefectures-name");
            return;
        }
        if (tokens.is(mention.to, "of") && tokens.is(mention.to + 1, "the") && tokens.isNumber(mention.to + 2)) {
            return; // "ten of the 50 key counties"
        }
        if (tokens.is(mention.to, "out") && tokens.is(mention.to + 1, "of")) {
            int whole = tokens.is(mention.to + 2, "the") ? mention.to + 3 : mention.to + 2;
            if (near.stream().anyMatch(other -> other.from == whole)) {
                return; // "seven out of the 30 villages"
            }
        }
        boolean one = tokens.is(mention.from, "one") && !mention.isRange && BigDecimal.ONE.equals(mention.value);
        NounPhrases.Phrase measured = nounPhrases.measured(sentence, mention);
        boolean more = sentence.cueAt(CueType.MORE_OF, mention.to);
        NounPhrases.Phrase phrase =
                measured != null ? measured : nounPhrases.after(sentence, more ? mention.to + 1 : mention.to);
        if (isBarePart(sentence, near, mention) || isOfTheWhole(sentence, near, mention)) {
            return;
        }
        if (isEitherOr(sentence, near, mention)) {
            mention.leaveOut(LeftOutReason.OTHER, "either-or");
            return;
        }
        boolean abstractNoun = phrase != null && isAbstract(tokens, phrase) && !isMade(sentence, mention, phrase);
        if (phrase == null || phrase.noun() == null && measured == null || abstractNoun) {
            mention.leaveOut(one ? LeftOutReason.ARTICLE_WORD : LeftOutReason.NAME, "announcing-word");
            return;
        }
        boolean size = one && measured != null; // the only number beside it is the size of the one thing
        if (one && !more && (size || !isCountedOne(sentence, near, mention, phrase))) {
            mention.leaveOut(LeftOutReason.ARTICLE_WORD, "one-as-article");
        }
    }

    /** "the number of widows was two hundred and fifty": the verb has its subject before it, and nothing stands behind. */
    private static boolean isReached(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean ends = mention.to >= tokens.count || !tokens.isWord(mention.to) && !tokens.is(mention.to, ":");
        boolean small = !mention.hasMagnitude && BigDecimal.ONE.equals(mention.value);
        int verb = mention.lead - 1;
        return ends && !small && !tokens.is(verb, "of") && sentence.cueAt(CueType.SUBJECT_BEFORE, verb);
    }

    /** "grew from three to seven". */
    private static boolean isOneOfTwoLevels(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        for (Mention other : near) {
            boolean first = tokens.is(mention.to, "to") && other.lead == mention.to + 1;
            boolean second = tokens.is(other.to, "to") && mention.lead == other.to + 1;
            if ((first || second) && Side.isFrom(sentence, (first ? mention : other).lead - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "three of them", "five per household": of what was counted before. */
    private static boolean countsAgain(SentenceContext sentence, List<Mention> near, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean some = !tokens.is(mention.from, "one")
                && tokens.is(mention.to, "of")
                && (tokens.is(mention.to + 1, "them") || tokens.is(mention.to + 1, "these"));
        boolean each = tokens.is(mention.to, "per") && sentence.cueAt(CueType.PER, mention.to);
        if (!some && !each) {
            return false;
        }
        for (Mention other : near) {
            if (other.from < mention.from && !other.isLeftOut() && other.unit == null) {
                return true;
            }
        }
        return false;
    }

    /** "five models" announces, "five demonstration zones" counts: where a longer noun is known, it is that. */
    private boolean isAbstract(Tokens tokens, NounPhrases.Phrase phrase) {
        if (!lexicon.is(Lemma.of(tokens.norm[phrase.head()]), CueType.ABSTRACT)) {
            return false;
        }
        PhraseIndex.Hit<Lexicon.Noun> longer = phrase.head() > phrase.from()
                ? lexicon.nouns.longest(tokens, phrase.head() - 1, phrase.head() + 1)
                : null;
        return longer == null || longer.end() != phrase.head() + 1;
    }

    /** "one" counts where other numbers are listed beside it and a single thing follows. */
    private static boolean isCountedOne(
            SentenceContext sentence, List<Mention> near, Mention mention, NounPhrases.Phrase phrase) {
        Tokens tokens = sentence.tokens;
        if (Lemma.isPlural(tokens.norm[phrase.head()])
                || tokens.is(mention.to, "of")
                || tokens.is(mention.from - 1, "only")
                || tokens.is(mention.from - 1, "when")) {
            return false;
        }
        for (Mention other : near) {
            if (other != mention
                    && !other.isLeftOut()
                    && !tokens.is(other.from, "one")
                    && Math.abs(other.from - mention.from) <= 14) {
                return true;
            }
        }
        return false;
    }
}
