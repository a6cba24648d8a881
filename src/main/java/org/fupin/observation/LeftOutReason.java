package org.fupin.observation;

/** Why a number of a source is no observation. */
public enum LeftOutReason implements Coded {
    /** A date, a year or an interval of years as such. */
    DATE("date"),
    /** "No. [2012] 90". */
    DOCUMENT_NUMBER("document_number"),
    /** Ordinals and numbers of batches, phases, sessions, rounds. */
    ORDINAL("ordinal"),
    /** Inside a name, slogan or coined programme. */
    NAME("name"),
    /** "1.", "First,". */
    LIST_COUNTER("list_counter"),
    /** Delimits a class or threshold inside the description of an item. */
    CLASS_LIMIT("class_limit"),
    /** A duration that only names or frames a thing ("three-year plan", "in three years"). */
    DURATION("duration"),
    /** "One" and the like as article or pronoun. */
    ARTICLE_WORD("article_word"),
    /** National or other context, not about the province. */
    CONTEXT("context"),
    /** Weights such as "4:3:1". */
    WEIGHT("weight"),
    /** A footnote mark: raised, in brackets, an asterisk's number. */
    MARK("mark"),
    /** Points at a table, annex, chapter, section, page or note: "see Table 2". */
    REFERENCE("reference"),
    /** A post code, telephone, account or licence number in the text. */
    CONTACT("contact"),
    /** A geographical coordinate. */
    COORDINATE("coordinate"),
    /** A rate of exchange, with both of its sides. */
    EXCHANGE_RATE("exchange_rate"),
    /** In a table whose headers do not tell what its cells are. */
    TABLE("table"),
    /** In text of a language that is not read. */
    NOT_READ("not_read"),
    /** In page furniture: addresses, telephone and licence numbers. */
    FURNITURE("furniture"),
    /** A person said that it is no figure. */
    CORRECTED("corrected"),
    OTHER("other");

    private final String code;

    LeftOutReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
