package org.fupin.extraction.item;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.observation.Measure;

/**
 * Repairs what cutting and joining leave of a phrase: half a quotation, a head noun that stands twice, a purpose that ends at
 * its verb. What only tells that something was done names nothing and is no item.
 */
final class ItemRepairs {

    /** So many words of a quotation that was cut say what it quotes; one word more often does not. */
    private static final int QUOTED_WORDS = 2;

    private static final Pattern MARK = Pattern.compile("[\"“”]");

    /** A dash opens an aside: "of three links – roads". */
    private static final Pattern ASIDE = Pattern.compile(" [–—] \\p{Ll}");

    private static final String WHILE = " while ";
    private static final String GERUND = "ing";
    private static final String TO = "to";
    private static final String IN = "in";
    private static final String ADVERB = "ly";
    private static final String PAST = "ed";

    private ItemRepairs() {}

    /** The phrase repaired, empty where nothing is left that names anything. */
    static String repaired(Lexicon lexicon, String item) {
        if (item.isEmpty()) {
            return item;
        }
        String phrase = withoutContext(item);
        String context = item.substring(phrase.length());
        String behind = areMarksPaired(context) ? context : "";
        String whole = ItemPhrases.whole(lexicon, quoted(withoutNextClause(withoutAside(phrase))));
        whole = ItemPhrases.whole(
                lexicon, withoutVerbBehind(lexicon, withoutVerbBefore(lexicon, onceNamed(lexicon, whole))));
        return tellsOnlyWhatWasDone(lexicon, whole)
                ? ""
                : withParticle(lexicon, withoutNextVerb(lexicon, whole)) + behind;
    }

    /** Without a bracket at the end, which tells of the context. */
    private static String withoutContext(String item) {
        int open = item.lastIndexOf('(');
        boolean isLast = open >= 0 && item.endsWith(")") && item.indexOf(')', open) == item.length() - 1;
        return isLast ? item.substring(0, open).stripTrailing() : item;
    }

    private static String withoutAside(String phrase) {
        Matcher aside = ASIDE.matcher(phrase);
        return aside.find() ? phrase.substring(0, aside.start()) : phrase;
    }

    /** "people" for "people while other kinds of relocation covered": what goes on tells of others. */
    private static String withoutNextClause(String phrase) {
        int at = phrase.indexOf(WHILE);
        return at > 0 ? phrase.substring(0, at) : phrase;
    }

    /** A quotation mark without its other half goes, with what belongs to another phrase on its far side. */
    private static String quoted(String phrase) {
        if (areMarksPaired(phrase)) {
            return phrase;
        }
        Matcher marks = MARK.matcher(phrase);
        marks.find();
        int at = marks.start();
        boolean closes = at > 0 && phrase.charAt(at - 1) != ' ';
        if (closes) {
            return phrase.substring(0, at); // "Weekly Briefings" and sent 30 of them": what follows is another phrase
        }
        String inside = MARK.matcher(phrase.substring(at)).replaceAll("");
        String before = phrase.substring(0, at);
        return inside.strip().split(" ").length >= QUOTED_WORDS || before.isBlank() ? before + inside : before.strip();
    }

    /** Whether each mark that opens a quotation has one that closes it. */
    private static boolean areMarksPaired(String phrase) {
        int open = 0;
        Matcher marks = MARK.matcher(phrase);
        while (marks.find()) {
            int at = marks.start();
            // Weekly Briefings" and "Letters": a straight mark right behind a word closes what the cut left out
            boolean behindWord = at > 0 && Character.isLetterOrDigit(phrase.charAt(at - 1));
            boolean closes = phrase.charAt(at) == '”' || phrase.charAt(at) == '"' && (open > 0 || behindWord);
            open += closes ? -1 : 1;
            if (open < 0 || open > 1) {
                return false;
            }
        }
        return open == 0;
    }

    /** "training funds" for "funds training funds": the general word before a phrase that has its own head. */
    private static String onceNamed(Lexicon lexicon, String phrase) {
        List<String> words = words(phrase);
        String first = words.get(0);
        if (words.size() < 3 || !first.equals(Measure.FUNDS.code()) && !first.equals(Measure.LOANS.code())) {
            return phrase;
        }
        List<String> rest = words.subList(1, words.size());
        return namesMoney(lexicon, rest) ? String.join(" ", rest) : phrase;
    }

    /** Whether a preposition stands here: behind it the head of a phrase cannot follow. */
    static boolean endsHead(Lexicon lexicon, String word) {
        return lexicon.is(word, CueType.COMPLEMENT)
                || lexicon.is(word, CueType.ADVERBIAL)
                || lexicon.is(word, CueType.GOVERNOR);
    }

    /** Whether the head of the phrase is a word for money as such, or for a kind of it. */
    static boolean namesMoney(Lexicon lexicon, List<String> words) {
        for (String word : words) {
            String lower = lower(word);
            if (lexicon.is(lower, CueType.MONEY) || lexicon.is(lower, CueType.MONEY_KIND)) {
                return true;
            }
            if (endsHead(lexicon, lower)) {
                return false;
            }
        }
        return false;
    }

    /** Whether it begins in mid-phrase, with what was done: "invested for the road", "promoted in the counties". */
    static boolean beginsWithDeed(Lexicon lexicon, String phrase) {
        List<String> words = words(phrase);
        return words.size() > 1 && isPast(lexicon, words.get(0)) && endsHead(lexicon, lower(words.get(1)));
    }

    /** "household reaching rate" for "achieving a household reaching rate". */
    private static String withoutVerbBefore(Lexicon lexicon, String phrase) {
        List<String> words = words(phrase);
        boolean verb = words.size() > 2
                && isVerb(lexicon, lower(words.get(0)))
                && lexicon.is(lower(words.get(1)), CueType.ARTICLE);
        return verb ? String.join(" ", words.subList(2, words.size())) : phrase;
    }

    /** "funds" for "funds to launch", where the reading ends at the number of what is launched. */
    private static String withoutVerbBehind(Lexicon lexicon, String phrase) {
        List<String> words = words(phrase);
        int last = words.size() - 1;
        if (last < 2 || !words.get(last - 1).equals(TO)) {
            return phrase;
        }
        String word = words.get(last);
        boolean infinitive = lexicon.is(word, CueType.VERB) && Character.isLowerCase(word.charAt(0));
        if (!infinitive) {
            return phrase;
        }
        int end = last - 1;
        while (end > 1 && isPast(lexicon, words.get(end - 1))) {
            end--; // "funds mobilized to buy"
        }
        return String.join(" ", words.subList(0, end));
    }

    /** "funds put in" for "funds put", whose second word the cut took for a preposition. */
    private static String withParticle(Lexicon lexicon, String phrase) {
        String word = phrase.substring(phrase.lastIndexOf(' ') + 1);
        boolean tornOff = lexicon.is(word, CueType.ITEM_PAST) && lexicon.is(word, CueType.PHRASAL_IN);
        return tornOff && word.length() < phrase.length() ? phrase + " " + IN : phrase;
    }

    /**
     * "helpers" for "helpers and then put", "people in the hills" for "people in the hills and indirectly benefiting", where
     * the cut leaves only the verb of what they did next.
     */
    private static String withoutNextVerb(Lexicon lexicon, String phrase) {
        List<String> words = words(phrase);
        int verb = words.size() - 1;
        boolean going = verb > 1
                && words.get(verb).endsWith(GERUND)
                && words.get(verb - 1).endsWith(ADVERB);
        if (!going && !isPast(lexicon, words.get(verb))) {
            return phrase;
        }
        int joint = verb - 1;
        while (joint > 0 && words.get(joint).endsWith(ADVERB)) {
            joint--;
        }
        boolean joined = joint > 0
                && lexicon.is(words.get(joint), CueType.CONJUNCTION)
                && !isPast(lexicon, words.get(joint - 1));
        return joined ? String.join(" ", words.subList(0, joint)) : phrase;
    }

    /** "issued", "newly planned": verbs and adverbs alone. */
    private static boolean tellsOnlyWhatWasDone(Lexicon lexicon, String phrase) {
        return words(phrase).stream().allMatch(word -> isPast(lexicon, word) || word.endsWith(ADVERB));
    }

    private static boolean isVerb(Lexicon lexicon, String word) {
        return lexicon.is(word, CueType.VERB) || lexicon.is(word, CueType.IRREGULAR_VERB);
    }

    static boolean isPast(Lexicon lexicon, String word) {
        String lower = lower(word);
        return lexicon.is(lower, CueType.VERB) && lower.endsWith(PAST) || lexicon.is(lower, CueType.ITEM_PAST);
    }

    private static List<String> words(String phrase) {
        return Arrays.asList(phrase.split(" "));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
