package org.fupin.reading.limits;

import org.jspecify.annotations.Nullable;

/** A file cannot be read as a report. The message tells an operator what is wrong, where, and what helps. */
public final class UnreadableDocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** No bytes, or nothing but white space. */
    public static final String EMPTY = "empty";

    /** No text and no document that is read here, but a picture, an old Word file, a program or the like. */
    public static final String BINARY = "binary";

    /** Text in no encoding that is known here. */
    public static final String UNDECODABLE = "undecodable";

    /** A document or an archive that is cut off or broken. */
    public static final String DAMAGED = "damaged";

    /** A document or a member of an archive that needs a password. */
    public static final String ENCRYPTED = "encrypted";

    /** A document of pictures, such as a scan, or one whose fonts do not say which letters they show. */
    public static final String NO_TEXT = "no_text";

    /** More than {@link ReadingLimits} allow. */
    public static final String TOO_LARGE = "too_large";

    /** An archive in too many others. */
    public static final String NESTED = "nested";

    /** A member of an archive that is a link to some other file. */
    public static final String LINK = "link";

    /** A member of an archive that has the name of an earlier one. */
    public static final String DUPLICATE = "duplicate";

    /** Text, but no title line of a report in it. */
    public static final String NO_ARTICLE = "no_article";

    /** An article that does not say which year it reports on. */
    public static final String NO_YEAR = "no_year";

    /** Text in Chinese, which is not read. */
    public static final String NOT_ENGLISH = "not_english";

    /** A report on several provinces at once, without a part for each. */
    public static final String SEVERAL_REGIONS = "several_regions";

    /** A report on a county whose province neither text nor operator says. */
    public static final String UNKNOWN_AREA = "unknown_area";

    /** What an operator states of a document cannot be understood, or does not fit it. */
    public static final String BAD_META = "bad_meta";

    private final String reason;

    public UnreadableDocumentException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreadableDocumentException(String reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** A short stable code: one of the constants of this class. */
    public String reason() {
        return reason;
    }
}
