package org.fupin.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.observation.Sha256;

/**
 * Takes what is random out of a finished PDF, so that the same report gives the same bytes: the six letters before the
 * name of a subset font are counted instead of drawn, and the file's identifier is made from its content. Nothing changes
 * its length, so that the cross-reference table stays right.
 */
final class ArchiveBytes {

    /** Begins of the names of the fonts, behind the letters of a subset. */
    private static final List<byte[]> FONTS =
            Stream.of("Roboto", "NotoSans", "DejaVu").map(ArchiveBytes::bytes).toList();

    private static final int SUBSET_LETTERS = 6;

    private static final byte[] KEY = bytes("/ID");
    private static final Pattern ID = Pattern.compile("/ID ?\\[<([0-9a-f]{32})><([0-9a-f]{32})>\\]");

    /** Digits of an identifier. */
    private static final int IDENTIFIER = 32;

    private ArchiveBytes() {}

    /**
     * @param pdf without object streams, as PDF/A-1 demands, so that dictionaries can be read as they stand
     * @throws IllegalStateException if it has no identifier
     */
    static byte[] settle(byte[] pdf) {
        byte[] settled = pdf.clone();
        Map<String, String> prefixes = new HashMap<>();
        for (int i = SUBSET_LETTERS + 1; i < pdf.length; i++) {
            if (pdf[i] == '+' && isSubset(pdf, i - SUBSET_LETTERS) && isFont(pdf, i + 1)) {
                String letters = text(pdf, i - SUBSET_LETTERS, i);
                put(settled, i - SUBSET_LETTERS, prefixes.computeIfAbsent(letters, any -> prefix(prefixes.size())));
            }
        }
        int last = pdf.length - 1;
        while (last >= 0 && !isAt(pdf, last, KEY)) {
            last--;
        }
        Matcher id = ID.matcher(last < 0 ? "" : text(pdf, last, pdf.length));
        if (!id.lookingAt()) {
            throw new IllegalStateException("the PDF has no identifier");
        }
        putIdentifier(settled, last, id, "0".repeat(IDENTIFIER));
        putIdentifier(settled, last, id, Sha256.of(settled).substring(0, IDENTIFIER));
        return settled;
    }

    private static boolean isSubset(byte[] pdf, int at) {
        for (int i = at; i < at + SUBSET_LETTERS; i++) {
            if (pdf[i] < 'A' || pdf[i] > 'Z') {
                return false;
            }
        }
        return pdf[at - 1] == '/';
    }

    private static boolean isFont(byte[] pdf, int at) {
        return FONTS.stream().anyMatch(name -> isAt(pdf, at, name));
    }

    private static boolean isAt(byte[] pdf, int at, byte[] text) {
        return at + text.length <= pdf.length && Arrays.equals(pdf, at, at + text.length, text, 0, text.length);
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] pdf, int from, int to) {
        return new String(pdf, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static void putIdentifier(byte[] pdf, int at, Matcher id, String identifier) {
        put(pdf, at + id.start(1), identifier);
        put(pdf, at + id.start(2), identifier);
    }

    private static void put(byte[] pdf, int at, String ascii) {
        System.arraycopy(bytes(ascii), 0, pdf, at, ascii.length());
    }

    /** AAAAAA, AAAAAB, ... */
    private static String prefix(int number) {
        char[] letters = "AAAAAA".toCharArray();
        for (int i = letters.length - 1; number > 0; i--) {
            letters[i] += number % 26;
            number /= 26;
        }
        return new String(letters);
    }
}
