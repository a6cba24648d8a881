package org.fupin.report.pdf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Sha256;

/**
 * Takes what is random out of a finished PDF, so that the same report gives the same bytes: the six letters before the
 * name of a subset font are counted instead of drawn, and the file's identifier is made from its content. Nothing changes
 * its length, so that the cross-reference table stays right.
 */
final class ArchiveBytes {

    private static final Pattern SUBSET = Pattern.compile("/([A-Z]{6})\\+(?=Roboto|NotoSans|DejaVu)");
    private static final Pattern ID = Pattern.compile("/ID ?\\[<([0-9a-f]{32})><([0-9a-f]{32})>\\]");

    private ArchiveBytes() {}

    /**
     * @param pdf without object streams, as PDF/A-1 demands, so that dictionaries can be read as they stand
     * @throws IllegalStateException if it has no identifier
     */
    static byte[] settle(byte[] pdf) {
        // One char for each byte.
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        byte[] settled = pdf.clone();
        Map<String, String> prefixes = new HashMap<>();
        Matcher subset = SUBSET.matcher(text);
        while (subset.find()) {
            put(settled, subset.start(1), prefixes.computeIfAbsent(subset.group(1), any -> prefix(prefixes.size())));
        }
        Matcher id = ID.matcher(text);
        int last = text.lastIndexOf("/ID");
        if (last < 0 || !id.find(last)) {
            throw new IllegalStateException("the PDF has no identifier");
        }
        putIdentifier(settled, id, "0".repeat(32));
        putIdentifier(settled, id, Sha256.of(settled).substring(0, 32));
        return settled;
    }

    private static void putIdentifier(byte[] pdf, Matcher id, String identifier) {
        put(pdf, id.start(1), identifier);
        put(pdf, id.start(2), identifier);
    }

    private static void put(byte[] pdf, int at, String ascii) {
        System.arraycopy(ascii.getBytes(StandardCharsets.ISO_8859_1), 0, pdf, at, ascii.length());
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
