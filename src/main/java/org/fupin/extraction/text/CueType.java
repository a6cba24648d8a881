package org.fupin.extraction.text;

import org.fupin.observation.Coded;

/** The types of cue words in {@code reference/lexicon/cues}. */
public enum CueType implements Coded {
    QUALIFIER("qualifier"),
    /** Behind a quantity: "or so". */
    QUALIFIER_AFTER("qualifier_after"),
    UP("up"),
    DOWN("down"),
    ABOVE("above"),
    BELOW("below"),
    /** Opens the parts of a total: "of which". */
    PART("part"),
    /** A subject that points back: "which". */
    PRONOUN_SUBJECT("pronoun_subject"),
    /** Announces a sum: "a total of". */
    SUM("sum"),
    /** Between parts and the total that they make up: "totalling". */
    SUM_BEHIND("sum_behind"),
    /** What is left of a total: "the remaining". */
    REMAINING("remaining"),
    SHARE("share"),
    /** Before a share told as "one in five", which nothing takes as its object. */
    SHARE_BEFORE("share_before"),
    /** What a completion is a completion of: "plan", "task". */
    COMPLETION("completion"),
    COMPLETION_VERB("completion_verb"),
    PER("per"),
    AVERAGE("average"),
    RESPECTIVELY("respectively"),
    MONTH("month"),
    /** Before a year: "in". */
    YEAR_BEFORE("year_before"),
    /** Before a time of day: "at"; behind it: "in the morning". */
    CLOCK_BEFORE("clock_before"),
    CLOCK_AFTER("clock_after"),
    /** Before a half that is a part of a year: "the first". */
    HALF_BEFORE("half_before"),
    /** Before and behind a duration that only frames what happens: "in the past", "ago". */
    DURATION_BEFORE("duration_before"),
    DURATION_AFTER("duration_after"),
    /** Between a number and a unit of time: "consecutive". */
    UNIT_ADJECTIVE("unit_adjective"),
    /** What land is called, behind a unit that may measure other things. */
    LAND("land"),
    /** Behind so many times, where something is compared: "that of". */
    TIMES_AFTER("times_after"),
    /** Before the first of two levels: "the original". */
    BASE_BEFORE("base_before"),
    /** A five-year plan, with its years. */
    PLAN_PERIOD("plan_period"),
    SLOGAN("slogan"),
    /** Tells that degrees are those of heat, cold or steepness: "temperature". */
    DEGREES("degrees"),
    /** Before a number that names: "No.", "Phase". */
    NAME_BEFORE("name_before"),
    /** Before a number that numbers what it stands behind, whatever follows: "Table", "Decree", "page". */
    NUMBERED("numbered"),
    /** Those of them that name in small letters, too: "version". */
    NAME_WORD("name_word"),
    /** Between a word and the number that it has: "No.". */
    NUMBERING("numbering"),
    /** Before the number of a paper: "Decree". */
    DOCUMENT_WORD("document_word"),
    /** Before the number of one in a series: "Batch". */
    SERIES("series"),
    /** Before a number that points at a part of a text: "Table". */
    REFERENCE("reference"),
    /** What tables and figures do: "lists". */
    POINTING("pointing"),
    /** Before a number that is dialled or written on a letter: "Tel.". */
    CONTACT("contact"),
    /** May stand between those and the number: "office". */
    CONTACT_FILLER("contact_filler"),
    /** Before a degree on the map: "latitude"; behind it: "N". */
    MERIDIAN("meridian"),
    COMPASS("compass"),
    /** Before a rate of exchange; between its two sides: "equals". */
    EXCHANGE("exchange"),
    EQUALS("equals"),
    /** Tells that a growth is that of each year: "average annual". */
    ANNUAL("annual"),
    /** Before a number that counts more of the things counted before: "another". */
    ADDITIONAL("additional"),
    /** Begins a part of a year: "second" of "second quarter", "H1". */
    YEAR_PART("year_part"),
    /** Units of time that tell how long ago something was. */
    PERIOD_UNIT("period_unit"),
    /** Between a number and what it counts: "further". */
    MORE_OF("more_of"),
    /** Before a number that counts what the number before counts, in a list or beside it: "after", "against". */
    LISTED_BEFORE("listed_before"),
    /** Behind a number that counts what stands before it: "in number". */
    IN_ALL("in_all"),
    /** Before a number that delimits a class. */
    CLASS_BEFORE("class_before"),
    CLASS_AFTER("class_after"),
    /** Between a noun and the number that delimits it: "women under 45". */
    CLASS_LIMIT("class_limit"),
    /** Before a noun that stands for the whole class: "all". */
    CLASS_SCOPE("class_scope"),
    /** Nouns that number words announce rather than count. */
    ABSTRACT("abstract"),
    /** Words that end a noun phrase. */
    FUNCTION("function"),
    VERB("verb"),
    /** Verbs, some of them nouns elsewhere, that tell what the things of a number alone do: "12 lie on the border". */
    PLURAL_VERB("plural_verb"),
    /** Between those and the number: "still". */
    VERB_ADVERB("verb_adverb"),
    /** Before a year told by its distance, and whether it is the one before or behind: "next". */
    NEAR_YEAR("near_year"),
    /** Before a year or a level that something is compared with: "over". */
    COMPARED_WITH("compared_with"),
    /** Tells what was noted of its subject: "recorded negative growth". */
    NOTING("noting"),
    /** A verb that only links what is measured to its figure: "reached", "totaled". */
    LINKING_VERB("linking_verb"),
    /** What the poor are called. */
    POOR("poor"),
    /** Tells that the poor are counted, not helped: "identified". */
    POOR_COUNTED("poor_counted"),
    /** Goes on about the amount before: "reaching", "that of", "the figure". */
    SAME_AGAIN("same_again"),
    /** May stand before an average that names nothing of its own: "equivalent to". */
    AVERAGE_FILLER("average_filler"),
    /** Before a figure, tells that what is measured stands before, too: "reached", "by". */
    SUBJECT_BEFORE("subject_before"),
    /** Behind a figure, tells that what is measured stands behind, too: "worth". */
    SUBJECT_BEHIND("subject_behind"),
    /** Takes the measured thing as its object: "raised the line from X to Y". */
    RAISED("raised"),
    /** Says that a level moved, not in which direction: "adjusted from X to Y". */
    MOVED("moved"),
    /** Nouns among the words of increase and decrease. */
    TREND_NOUN("trend_noun"),
    /** Comparatives behind a figure, to either side. */
    MORE("more"),
    LESS("less"),
    /** What something can be above or below of: "the average". */
    COMPARISON_BASE("comparison_base"),
    /** Takes an "up" that is no increase: "set up". */
    PHRASAL_UP("phrasal_up"),
    /** Between figures that are listed: "as well as". */
    LIST_JOINER("list_joiner"),
    /** Before "of" and a figure, makes it one that is planned. */
    TARGET("target"),
    /** Tells what is planned. */
    FUTURE("future"),
    /** Tells what is planned where "to" follows: "determined to". */
    INTENTION("intention"),
    /** Tells what is required: "must", "required" to, "requirement" of, by "rule". */
    REQUIREMENT("requirement"),
    /** Tells that an amount is the same for all: "subsidies". */
    UNIFORM("uniform"),
    /** What those do who pay. */
    PAYING("paying"),
    /** What a payer gives. */
    MONEY("money"),
    /** Before those who receive and do not pay: "supporting". */
    RECIPIENT_BEFORE("recipient_before"),
    /** Before those who may pay. */
    PAYER_BEFORE("payer_before"),
    /** Tells what there is on a day, not what was done up to it. */
    STOCK("stock"),
    /** What is held on a day: "balance". */
    HOLDINGS("holdings"),
    /** Tells that years before are counted, too: "cumulative". */
    CUMULATED("cumulated"),
    /** Takes the year reported on: "at present". */
    NOW("now"),
    /** Before a time, tells what it is to the figures: within it, up to it, since it. */
    TIME_BEFORE("time_before"),
    /** May stand between those and the time: "early". */
    TIME_FILLER("time_filler"),
    /** Before "of" and a time, the point or part of it that is meant: "end". */
    POINT_OF("point_of"),
    /** Before a preposition and a time, what is compared: "that in 2011". */
    BASE_TIME("base_time"),
    /** Before "for" and a year to come, what was made for it: "plans for 2013". */
    PAPER_FOR("paper_for"),
    /** Belongs to the verb before it: "put off". */
    PARTICLE("particle"),
    /** The participles of gerunds that do not end in "-ed". */
    PARTICIPLE("participle"),
    /** Verbs in the past that do not end in "-ed". */
    IRREGULAR_PAST("irregular_past"),
    /** Before a count, tells where or for whom something was done. */
    PLACING("placing"),
    /** Shared by a heading and an item that need not be about the same. */
    HEADING_GENERAL("heading_general"),
    /** What those have who are counted behind it: "the drinking water problem of 5,000 people". */
    PROBLEM("problem"),
    /** Says nothing that sets an item apart from others. */
    BARE("bare"),
    /** Ends the head of an item. */
    HEAD_END("head_end"),
    /** Before a verb that acts: pronouns and the like. */
    CLAUSE_SUBJECT("clause_subject"),
    /** Links an item to its figure, so that it belongs to neither. */
    ITEM_VERB("item_verb"),
    /** Goes on with an item behind its head. */
    COMPLEMENT("complement"),
    /** Tells of another figure: no complement. */
    FIGURE_PARTICIPLE("figure_participle"),
    /** Forms of "be" and "have" that end an item. */
    FINITE("finite"),
    /** Verbs in the past, other than in "-ed", that end an item; the others can stand in one. */
    ITEM_PAST("item_past"),
    /** Kinds of places behind their names: "X County". */
    PLACE_KIND("place_kind"),
    /** Where something took place whose verb this is, no figure lies: "held a fair in X". */
    EVENT_VERB("event_verb"),
    /** Before the name of a place, tells that the figure lies there. */
    LOCATED("located"),
    /** As those, before a name without a word for its kind: "from". */
    LOCATED_NAME("located_name"),
    /** What the report's own region is called: "province". */
    PROVINCE("province"),
    /** Behind a place's name, acts for it: "government". */
    AUTHORITY("authority"),
    /** Behind the name of a place, lies in it: "Park". */
    PARK("park"),
    /** Behind "the", means one place that was named before. */
    ONE_PLACE("one_place"),
    /** Nouns that are levels of government before another noun. */
    LEVEL_NOUN("level_noun"),
    /** Before so many times, where something is compared: "rose by". */
    COMPARED_BEFORE("compared_before"),
    /** What is done with papers. */
    PAPER_VERB("paper_verb"),
    /** Before a count of places that only says where or for whom. */
    PLACES_BEFORE("places_before"),
    /** The last day of the year that the text tells of: "at year-end". */
    YEAR_END("year_end"),
    /** Before "of" and a year. */
    YEAR_OF("year_of"),
    /** Finite forms of "be" and "have", and the modal verbs: with them a predicate begins. */
    AUXILIARY("auxiliary"),
    /** The forms of "be". */
    BE("be"),
    /** Joins clauses: "and", "while". */
    CONJUNCTION("conjunction"),
    /** Stands for a noun of the clause before: "which". */
    RELATIVE("relative"),
    ARTICLE("article"),
    /** Opens what stands before the subject: "in", "during". */
    ADVERBIAL("adverbial"),
    /** Makes what follows a circumstance: where, for whom, with what. */
    GOVERNOR("governor"),
    /** Takes an "in" that governs nothing: "put in". */
    PHRASAL_IN("phrasal_in"),
    /** Verbs in the past that do not end in "-ed", and such participles. */
    IRREGULAR_VERB("irregular_verb"),
    IRREGULAR_PARTICIPLE("irregular_participle"),
    /** Function words that end a subject: "17 of them got". */
    SUBJECT_END("subject_end"),
    /** Opens the whole of which what follows tells: "of 64 societies inspected, 51 met". */
    WHOLE_OPENER("whole_opener"),
    /** Behind a degree: "°". */
    DEGREE_SIGN("degree_sign"),
    /** Behind a minute or second of an arc: "′". */
    ARC_MINUTE("arc_minute"),
    /** What the state does with areas that it selects: "identified". */
    DESIGNATED("designated"),
    /** Between an amount and the currency that it is given for: "to". */
    EXCHANGED_FOR("exchanged_for"),
    DETERMINER("determiner");

    private final String code;

    CueType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
