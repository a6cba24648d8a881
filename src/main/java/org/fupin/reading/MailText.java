package org.fupin.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The plain text of a mail as its writer wrote it: lines that a mail program broke are put together, as {@code
 * format=flowed} says (RFC 3676) or where the next word did not fit, and the marks of quoting are dropped.
 */
final class MailText {

    /** Mail programs break lines within so many characters. */
    private static final int WIDEST = 80;

    private static final int NARROWEST = 50;

    private MailText() {}

    /**
     * The text with a line for each paragraph.
     *
     * @param flowed whether a blank at a line's end means that it goes on
     * @param delSp whether that blank was put there with the break
     */
    static String of(String text, boolean flowed, boolean delSp) {
        List<String> lines = new ArrayList<>();
        for (String line :
                text.stripTrailing().replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            lines.add(unquoted(line));
        }
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
