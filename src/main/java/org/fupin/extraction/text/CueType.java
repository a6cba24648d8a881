package org.fupin.extraction.text;

import java.util.Locale;
import org.fupin.observation.Coded;

/** The types of cue words in {@code reference/lexicon/cues}, which name them in small letters. */
public enum CueType implements Coded {
    QUALIFIER,
    /** Behind a quantity: "or so". */
    QUALIFIER_AFTER,
    UP,
    DOWN,
    ABOVE,
    BELOW,
    /** Opens the parts of a total: "of which". */
    PART,
    /** A subject that points back: "which". */
    PRONOUN_SUBJECT,
    /** Announces a sum: "a total of". */
    SUM,
    /** Between parts and the total that they make up: "totalling". */
    SUM_BEHIND,
    /** What is left of a total: "the remaining". */
    REMAINING,
    SHARE,
    /** Before a share told as "one in five", which nothing takes as its object. */
    SHARE_BEFORE,
    /** What a completion is a completion of: "plan", "task". */
    COMPLETION,
    COMPLETION_VERB,
    PER,
    /** Before a noun, or a verb, tells that an amount is one for each: "each". */
    EACH,
    AVERAGE,
    RESPECTIVELY,
    MONTH,
    /** Before a year: "in". */
    YEAR_BEFORE,
    /** Before a time of day: "at"; behind it: "in the morning". */
    CLOCK_BEFORE,
    CLOCK_AFTER,
    /** Before a half that is a part of a year: "the first". */
    HALF_BEFORE,
    /** Before and behind a duration that only frames what happens: "in the past", "ago". */
    DURATION_BEFORE,
    DURATION_AFTER,
    /** Between a number and a unit of time: "consecutive". */
    UNIT_ADJECTIVE,
    /** Before a number that is less than nothing. */
    MINUS,
    /** Before a colon and the unit in which the numbers behind it are counted. */
    UNIT_HEADER,
    /** What people and households are called by what is done with them: "objects of poverty reduction". */
    GENERIC,
    /** What land is called, behind a unit that may measure other things. */
    LAND,
    /** Behind so many times, where something is compared: "that of". */
    TIMES_AFTER,
    /** Before the first of two levels: "the original". */
    BASE_BEFORE,
    /** A five-year plan, with its years. */
    PLAN_PERIOD,
    SLOGAN,
    /** Tells that degrees are those of heat, cold or steepness: "temperature". */
    DEGREES,
    /** Before a number that names: "No.", "Phase". */
    NAME_BEFORE,
    /** Before a number that numbers what it stands behind, whatever follows: "Table", "Decree", "page". */
    NUMBERED,
    /** Those of them that name in small letters, too: "version". */
    NAME_WORD,
    /** Between a word and the number that it has: "No.". */
    NUMBERING,
    /** Before the number of a paper: "Decree". */
    DOCUMENT_WORD,
    /** Before the number of one in a series: "Batch". */
    SERIES,
    /** Before the number of a footnote: "note"; may stand before or between those: "see". */
    NOTE,
    NOTE_FILLER,
    /** Before a number that points at a part of a text: "Table". */
    REFERENCE,
    /** What tables and figures do: "lists". */
    POINTING,
    /** Before a number that is dialled or written on a letter: "Tel.". */
    CONTACT,
    /** May stand between those and the number: "office". */
    CONTACT_FILLER,
    /** Before a degree on the map: "latitude"; behind it: "N". */
    MERIDIAN,
    COMPASS,
    /** Before a rate of exchange; between its two sides: "equals". */
    EXCHANGE,
    EQUALS,
    /** Tells that a growth is that of each year: "average annual". */
    ANNUAL,
    /** Before a number that counts more of the things counted before: "another". */
    ADDITIONAL,
    /** A part of a year, with its first and last month: "second quarter", "H1". */
    YEAR_PART,
    /** Behind a figure, tells by how many months it was earlier: "year before". */
    EARLIER,
    /** Between a figure and those: "in the same period of the". */
    EARLIER_BEFORE,
    /** Between a number and what it counts: "further". */
    MORE_OF,
    /** Before a number that counts what the number before counts, in a list or beside it: "after", "against". */
    LISTED_BEFORE,
    /** Behind a number that counts what stands before it: "in number". */
    IN_ALL,
    /** Before a number that delimits a class. */
    CLASS_BEFORE,
    CLASS_AFTER,
    /** Between a noun and the number that delimits it: "women under 45". */
    CLASS_LIMIT,
    /** Before a noun that stands for the whole class: "all". */
    CLASS_SCOPE,
    /** Nouns that number words announce rather than count. */
    ABSTRACT,
    /** Words that end a noun phrase. */
    FUNCTION,
    VERB,
    /** Verbs, some of them nouns elsewhere, that tell what the things of a number alone do: "12 lie on the border". */
    PLURAL_VERB,
    /** Between those and the number: "still". */
    VERB_ADVERB,
    /** A year told by its distance in years from the one told before: "next year". */
    NEAR_YEAR,
    /** Before a year or a level that something is compared with: "over". */
    COMPARED_WITH,
    /** A verb that only links what is measured to its figure: "reached", "totaled". */
    LINKING_VERB,
    /** What the poor are called. */
    POOR,
    /** Tells that the poor are counted, not helped: "identified". */
    POOR_COUNTED,
    /** Says that somebody is helped, not counted: "benefiting". */
    HELPED,
    /** Goes on about the amount before: "reaching", "that of", "the figure". */
    SAME_AGAIN,
    /** May stand before an average that names nothing of its own: "equivalent to". */
    AVERAGE_FILLER,
    /** Before a figure, tells that what is measured stands before, too: "reached", "by". */
    SUBJECT_BEFORE,
    /** Behind a figure, tells that what is measured stands behind, too: "worth". */
    SUBJECT_BEHIND,
    /** Takes the measured thing as its object: "raised the line from X to Y". */
    RAISED,
    /** Says that a level moved, not in which direction: "adjusted from X to Y". */
    MOVED,
    /** Nouns among the words of increase and decrease. */
    TREND_NOUN,
    /** Comparatives behind a figure, to either side. */
    MORE,
    LESS,
    /** What something can be above or below of: "the average". */
    COMPARISON_BASE,
    /** Takes an "up" that is no increase: "set up". */
    PHRASAL_UP,
    /** Between figures that are listed: "as well as". */
    LIST_JOINER,
    /** Before "of" and a figure, makes it one that is planned. */
    TARGET,
    /** Tells what is planned. */
    FUTURE,
    /** Tells what is planned where "to" follows: "determined to". */
    INTENTION,
    /** Tells what is required: "must", "required" to, "requirement" of, by "rule". */
    REQUIREMENT,
    /** Tells that an amount is the same for all: "subsidies". */
    UNIFORM,
    /** What those do who pay. */
    PAYING,
    /** What a payer gives. */
    MONEY,
    /** What money is called that is of a kind of its own, whatever the whole is called of which it is a part. */
    MONEY_KIND,
    /** Before what an amount does not comprise: "excluding". */
    EXCLUSION,
    /** Before those who receive and do not pay: "supporting". */
    RECIPIENT_BEFORE,
    /** Before those who may pay. */
    PAYER_BEFORE,
    /** Tells what there is on a day, not what was done up to it. */
    STOCK,
    /** What is held on a day: "balance". */
    HOLDINGS,
    /** Tells that years before are counted, too: "cumulative". */
    CUMULATED,
    /** Takes the year reported on: "at present". */
    NOW,
    /** Before a time, tells what it is to the figures: within it, up to it, since it. */
    TIME_BEFORE,
    /** May stand between those and the time: "early". */
    TIME_FILLER,
    /** Before a time, the point or part of it that is meant: "end of". */
    POINT_OF,
    /** Before a preposition and a time, what is compared: "that in 2011". */
    BASE_TIME,
    /** Before "for" and a year to come, what was made for it: "plans for 2013". */
    PAPER_FOR,
    /** Belongs to the verb before it: "put off". */
    PARTICLE,
    /** The participles of gerunds and of verbs in the past that do not end in "-ed". */
    PARTICIPLE,
    /** Verbs in the past that do not end in "-ed". */
    IRREGULAR_PAST,
    /** Before a count, tells where or for whom something was done. */
    PLACING,
    /** Shared by a heading and an item that need not be about the same. */
    HEADING_GENERAL,
    /** What those have who are counted behind it: "the drinking water problem of 5,000 people". */
    PROBLEM,
    /** Says nothing that sets an item apart from others. */
    BARE,
    /** Ends the head of an item. */
    HEAD_END,
    /** Before a verb that acts: pronouns and the like. */
    CLAUSE_SUBJECT,
    /** Links an item to its figure, so that it belongs to neither. */
    ITEM_VERB,
    /** Goes on with an item behind its head. */
    COMPLEMENT,
    /** Tells of another figure: no complement. */
    FIGURE_PARTICIPLE,
    /** Forms of "be" and "have" that end an item. */
    FINITE,
    /** Verbs in the past, other than in "-ed", that end an item; the others can stand in one. */
    ITEM_PAST,
    /** Kinds of places behind their names: "X County". */
    PLACE_KIND,
    /** Before the name of a part of the province: "prefectures of". */
    PREFECTURES_OF,
    /** Where something took place whose verb this is, no figure lies: "held a fair in X". */
    EVENT_VERB,
    /** Before the name of a place, tells that the figure lies there. */
    LOCATED,
    /** As those, before a name without a word for its kind: "from". */
    LOCATED_NAME,
    /** What the report's own region is called: "province". */
    PROVINCE,
    /** Behind a point of the compass, a part of a region: "northern areas"; may stand between them: "poor". */
    QUARTER,
    QUARTER_MODIFIER,
    /** Behind a place's name, acts for it: "government". */
    AUTHORITY,
    /** Behind the name of a place, lies in it: "Park". */
    PARK,
    /** Behind "the", means one place that was named before. */
    ONE_PLACE,
    /** Nouns that are levels of government before another noun. */
    LEVEL_NOUN,
    /** Before so many times, where something is compared: "rose by". */
    COMPARED_BEFORE,
    /** What is done with papers. */
    PAPER_VERB,
    /** Before a count of places that only says where or for whom. */
    PLACES_BEFORE,
    /** The last day of the year that the text tells of: "at year-end". */
    YEAR_END,
    /** Before "of" and a year. */
    YEAR_OF,
    /** Finite forms of "be" and "have", and the modal verbs: with them a predicate begins. */
    AUXILIARY,
    /** The forms of "be". */
    BE,
    /** Joins clauses: "and", "while". */
    CONJUNCTION,
    /** Stands for a noun of the clause before: "which". */
    RELATIVE,
    ARTICLE,
    /** Opens what stands before the subject: "in", "during". */
    ADVERBIAL,
    /** Makes what follows a circumstance: where, for whom, with what. */
    GOVERNOR,
    /** Takes an "in" that governs nothing: "put in". */
    PHRASAL_IN,
    /** Verbs in the past that do not end in "-ed", and such participles. */
    IRREGULAR_VERB,
    IRREGULAR_PARTICIPLE,
    /** Function words that end a subject: "17 of them got". */
    SUBJECT_END,
    /** Opens the whole of which what follows tells: "of 64 societies inspected, 51 met". */
    WHOLE_OPENER,
    /** Behind a degree: "°". */
    DEGREE_SIGN,
    /** Behind a minute or second of an arc: "′". */
    ARC_MINUTE,
    /** What the state does with areas that it selects: "identified". */
    DESIGNATED,
    /** Between an amount and the currency that it is given for: "to". */
    EXCHANGED_FOR,
    DETERMINER,
    /** Joins a part to its whole and a figure to what it measures. */
    OF,
    /** Before the first of two ends, and before the second. */
    FROM,
    TO,
    /** The finite forms of "have". */
    HAVE;

    private final String code = name().toLowerCase(Locale.ROOT);

    @Override
    public String code() {
        return code;
    }
}
