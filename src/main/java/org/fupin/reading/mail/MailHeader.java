package org.fupin.reading.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a mail by its header (RFC 5322): lines of "Name: value" from the first line to a blank one, at least three of names
 * that mails have, one of them such as says where it came from. The line with which a mailbox parts its mails ("From
 * a@example.org Mon Jan 7 ...") may stand before it, or the length with which a mail program of Apple begins its files.
 */
final class MailHeader {

    private static final Set<String> ORIGIN =
            Set.of("from", "sender", "received", "return-path", "message-id", "mime-version");

    private static final Set<String> KNOWN = Set.of(
            "to",
            "cc",
            "bcc",
            "date",
            "subject",
            "reply-to",
            "delivered-to",
            "in-reply-to",
            "references",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "x-mailer",
            "user-agent",
            "thread-topic",
            "dkim-signature",
            "authentication-results",
            "arc-seal");

    /** Names that only mail programs write: they tell a mail whose text is missing. */
    private static final Set<String> TECHNICAL = Set.of("received", "return-path", "message-id", "mime-version");

    private static final int LEAST = 3;

    /** How much of a header is looked at. */
    private static final int WITHIN = 1 << 16;

    private static final String MAILBOX_LINE = "From ";

    private MailHeader() {}

    /** Where the header of a mail begins, -1 if the content is none. */
    static int begin(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, WITHIN), StandardCharsets.ISO_8859_1);
        int at = head.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (at < head.length() && (head.charAt(at) == '\n' || head.charAt(at) == '\r')) {
            at++;
        }
        if (head.startsWith(MAILBOX_LINE, at) || isLength(head, at)) {
            at = behindLine(head, at);
        }
        return isHeader(head, at) ? at : -1;
    }

    /** Whether the line at {@code at} is one with which a mailbox parts its mails: it ends with a year or a zone. */
    static boolean isMailboxLine(String text, int at) {
        if (!text.startsWith(MAILBOX_LINE, at)) {
            return false;
        }
        int end = behindLine(text, at);
        return end - at < 200 && text.substring(at, end).strip().matches("From \\S+ .*\\d\\d:\\d\\d.*\\d{4}");
    }

    private static boolean isLength(String head, int at) {
        int end = at;
        while (end < head.length() && end < at + 10 && Character.isDigit(head.charAt(end))) {
            end++;
        }
        int line = behindLine(head, at);
        return end > at && head.substring(end, line).isBlank();
    }

    private static boolean isHeader(String head, int from) {
        Set<String> names = new HashSet<>();
        boolean origin = false;
        boolean ends = false;
        int at = from;
        while (at < head.length()) {
            int end = behindLine(head, at);
            char first = head.charAt(at);
            if (first == '\n' || first == '\r') {
                ends = true;
                break;
            }
            boolean goesOn = (first == ' ' || first == '\t') && at > from;
            if (!goesOn && !head.startsWith(">" + MAILBOX_LINE, at)) {
                int colon = colon(head, at, end);
                if (colon < 0) {
                    // A line that is cut off where looking ends is none to judge by.
                    ends = end == head.length() && head.length() == WITHIN;
                    if (!ends) {
                        return false;
                    }
                    break;
                }
                String name = head.substring(at, colon).toLowerCase(Locale.ROOT);
                origin |= ORIGIN.contains(name);
                ends |= TECHNICAL.contains(name);
                if (ORIGIN.contains(name) || KNOWN.contains(name)) {
                    names.add(name);
                }
            }
            at = end;
        }
        return ends && origin && names.size() >= LEAST;
    }

    /** Where the colon behind a field's name stands, -1 if the line is no field. */
    private static int colon(String head, int at, int end) {
        for (int i = at; i < end; i++) {
            char c = head.charAt(i);
            if (c == ':') {
                return i > at ? i : -1;
            }
            if (c <= ' ' || c > '~') {
                return -1;
            }
        }
        return -1;
    }

    private static int behindLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
