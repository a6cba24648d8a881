package org.fupin.reading.mail;

import java.util.ArrayList;
import java.util.List;
import org.fupin.reading.text.LineBreak;

/**
 * The plain text of a mail as its writer wrote it: lines that a mail program broke are put together, as {@code
 * format=flowed} says (RFC 3676) or where the next word did not fit, and the marks of quoting are dropped. The
 * signature is not read, nor what is quoted from another mail, unless that is most of it.
 */
final class MailText {

    /** Mail programs break lines within so many characters. */
    private static final int WIDEST = 80;

    private static final int NARROWEST = 50;

    /** In lines; what goes on for longer behind two hyphens is text. */
    private static final int LONGEST_SIGNATURE = 16;

    private MailText() {}

    /**
     * The text with a line for each paragraph.
     *
     * @param flowed whether a blank at a line's end means that it goes on
     * @param delSp whether that blank was put there with the break
     */
    static String of(String text, boolean flowed, boolean delSp) {
        List<String> lines = ownLines(
                text.stripTrailing().replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        int widest = lines.stream()
                .mapToInt(line -> line.stripTrailing().length())
                .max()
                .orElse(0);
        int width = widest >= NARROWEST && widest <= WIDEST ? widest : Integer.MAX_VALUE;
        StringBuilder out = new StringBuilder(text.length());
        String last = "";
        for (String line : lines) {
            String words = flowed && line.startsWith(" ") ? line.substring(1) : line;
            boolean soft = flowed && last.endsWith(" ") && !last.equals("-- ");
            if (soft) {
                out.setLength(out.length() - (delSp ? 2 : 1));
            } else if (out.length() > 0 && goesOn(last, words, width)) {
                out.setLength(out.length() - 1);
                while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
                    out.setLength(out.length() - 1);
                }
                out.append(LineBreak.needsBlank(last.stripTrailing(), words) ? " " : "");
            }
            out.append(words).append('\n');
            last = words;
        }
        return out.toString().stripTrailing() + "\n";
    }

    /** Whether a line that no one says so of was broken for want of room, or within a sentence. */
    private static boolean goesOn(String line, String next, int width) {
        String words = line.stripTrailing();
        if (words.isEmpty() || next.isBlank() || next.charAt(0) == ' ' || next.charAt(0) == '\t') {
            return false;
        }
        int end = next.indexOf(' ');
        boolean full = words.length() + 1 + (end < 0 ? next.length() : end) > width;
        return full && Character.isLetterOrDigit(next.charAt(0)) && words.length() * 3 > width * 2
                || Character.isLowerCase(next.charAt(0)) && !LineBreak.endsSentence(words)
                || LineBreak.isInFigure(words, next);
    }

    /**
     * What the writer says: without the signature behind "-- ", and without what is quoted, unless most is quoted, as in a
     * mail that is forwarded.
     */
    private static List<String> ownLines(String[] all) {
        List<String> own = new ArrayList<>();
        List<String> both = new ArrayList<>();
        int lengthOfOwn = 0;
        int lengthOfAll = 0;
        boolean signature = false;
        for (int i = 0; i < all.length; i++) {
            boolean quoted = isQuoted(all[i]);
            String line = quoted ? unquoted(all[i]) : all[i];
            boolean goesOn = i > 0 && quoted == isQuoted(all[i - 1]);
            signature = goesOn && (signature || isSignature(all, i, line));
            if (signature) {
                continue;
            }
            both.add(line);
            lengthOfAll += line.strip().length();
            if (!quoted) {
                own.add(line);
                lengthOfOwn += line.strip().length();
            }
        }
        return lengthOfAll > 2 * lengthOfOwn ? both : own;
    }

    /** A line of two hyphens (RFC 3676), whose blank may be lost, with few lines behind it up to a change of quoting. */
    private static boolean isSignature(String[] lines, int at, String line) {
        if (!line.equals("-- ") && !line.equals("--")) {
            return false;
        }
        int end = at;
        while (end < lines.length && end - at <= LONGEST_SIGNATURE && isQuoted(lines[end]) == isQuoted(lines[at])) {
            end++;
        }
        return end - at <= LONGEST_SIGNATURE;
    }

    private static boolean isQuoted(String line) {
        return !unquoted(line).equals(line);
    }

    private static String unquoted(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '>') {
            at++;
            if (line.startsWith(" >", at)) {
                at++;
            }
        }
        boolean quoted = at > 0 && (at == line.length() || line.charAt(at) == ' ');
        return quoted ? line.substring(Math.min(line.length(), at + 1)) : line;
    }
}
