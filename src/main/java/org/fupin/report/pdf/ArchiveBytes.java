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
        StringBuilder text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        Map<String, String> prefixes = new HashMap<>();
        Matcher subset = SUBSET.matcher(text);
        while (subset.find()) {
            String prefix = prefixes.computeIfAbsent(subset.group(1), any -> prefix(prefixes.size()));
            text.replace(subset.start(1), subset.end(1), prefix);
        }
        Matcher id = ID.matcher(text);
        int at = -1;
        while (id.find()) {
            at = id.start(1);
        }
        if (at < 0) {
            throw new IllegalStateException("the PDF has no identifier");
        }
        int second = at + 34;
        text.replace(at, at + 32, "0".repeat(32)).replace(second, second + 32, "0".repeat(32));
        String hash =
                Sha256.of(text.toString().getBytes(StandardCharsets.ISO_8859_1)).substring(0, 32);
        text.replace(at, at + 32, hash).replace(second, second + 32, hash);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
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
