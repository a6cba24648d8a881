package org.fupin.reading;

/** A file cannot be read as a report. The message tells an operator what is wrong, and where. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** No bytes, or nothing but white space. */
    public static final String EMPTY = "empty";

    /** No text, but a PDF, an archive, a picture or the like. */
    public static final String BINARY = "binary";

    /** Text in no encoding that is known here. */
    public static final String UNDECODABLE = "undecodable";

    /** Text, but no title line of a report in it. */
    public static final String NO_ARTICLE = "no_article";

    /** An article that does not say which year it reports on. */
    public static final String NO_YEAR = "no_year";

    private final String reason;

    public UnreadableDocumentException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** A short stable code: {@code empty}, {@code binary}, {@code undecodable}, {@code no_article}, {@code no_year}. */
    public String reason() {
        return reason;
    }
}
