package org.fupin.reading.limits;

import org.fupin.observation.Coded;

/**
 * Why a file is not taken in. The codes are stable: warehouse, log, lists and mail show them, and operation.md of the handbook
 * says of each what to do.
 */
public enum RejectionReason implements Coded {
    /** No bytes, or nothing but white space. */
    EMPTY("empty"),
    /** No text and no document that is read here, but a picture, an old Word file, a program or the like. */
    BINARY("binary"),
    /** Text in no encoding that is known here. */
    UNDECODABLE("undecodable"),
    /** A document or an archive that is cut off or broken. */
    DAMAGED("damaged"),
    /** A document or a member of an archive that needs a password. */
    ENCRYPTED("encrypted"),
    /** A document of pictures, such as a scan, or one whose fonts do not say which letters they show. */
    NO_TEXT("no_text"),
    /** More than {@link ReadingLimits} allow. */
    TOO_LARGE("too_large"),
    /** An archive in too many others. */
    NESTED("nested"),
    /** A member of an archive that is a link to some other file. */
    LINK("link"),
    /** A member of an archive that has the name of an earlier one. */
    DUPLICATE("duplicate"),
    /** Text, but no title line of a report in it. */
    NO_ARTICLE("no_article"),
    /** An article that does not say which year it reports on. */
    NO_YEAR("no_year"),
    /** Text in Chinese, which is not read. */
    NOT_ENGLISH("not_english"),
    /** A report on several provinces at once, without a part for each. */
    SEVERAL_REGIONS("several_regions"),
    /** A report on a county whose province neither text nor operator says. */
    UNKNOWN_AREA("unknown_area"),
    /** What an operator states of a document cannot be understood, or does not fit it. */
    BAD_META("bad_meta"),
    /** Another new file has the same article with a different text. */
    CONFLICT("conflict"),
    /** Took longer than a file may. */
    TIMEOUT("timeout"),
    /** A link out of the inbox. */
    OUTSIDE_INBOX("outside_inbox"),
    /** A link that leads to itself. */
    LINK_LOOP("link_loop"),
    /** A folder, a pipe, a socket or a device. */
    NOT_A_FILE("not_a_file"),
    /** A link to nothing, or a member that the archive does not have. */
    NOT_FOUND("not_found"),
    /** The user of the run may not read it. */
    NO_PERMISSION("no_permission"),
    /** The disk does not give it. */
    UNREADABLE("unreadable"),
    /** A fault of the program. */
    INTERNAL_ERROR("internal_error");

    private final String code;

    RejectionReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /**
     * Whether a text with this fault is, or may be, a report. If it is the text of a mail with attachments, it is rejected; a text
     * with another fault is passed over as their covering letter.
     */
    public boolean isOfReport() {
        return switch (this) {
            case NO_YEAR, UNDECODABLE, TOO_LARGE -> true;
            case EMPTY,
                    BINARY,
                    DAMAGED,
                    ENCRYPTED,
                    NO_TEXT,
                    NESTED,
                    LINK,
                    DUPLICATE,
                    NO_ARTICLE,
                    NOT_ENGLISH,
                    SEVERAL_REGIONS,
                    UNKNOWN_AREA,
                    BAD_META,
                    CONFLICT,
                    TIMEOUT,
                    OUTSIDE_INBOX,
                    LINK_LOOP,
                    NOT_A_FILE,
                    NOT_FOUND,
                    NO_PERMISSION,
                    UNREADABLE,
                    INTERNAL_ERROR -> false;
        };
    }
}
