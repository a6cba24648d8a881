package org.fupin.reading.docx;

import java.util.ArrayList;
import java.util.List;
import org.fupin.reading.text.BoldHeading;
import org.fupin.reading.text.LineBreak;

/** The text of a paragraph while it is read. */
final class DocxParagraph {

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    /** How many characters at the beginning of the first line are bold. */
    private int bold;

    private boolean stillBold = true;
    String style = "";
    /** Whether its end was deleted, so that the next paragraph is part of it. */
    boolean goesOn;

    void add(String text, boolean isBold) {
        StringBuilder line = lines.get(lines.size() - 1);
        stillBold &= lines.size() == 1 && (isBold || text.isBlank());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        if (stillBold) {
            bold = line.length();
        }
    }

    void breakLine() {
        lines.add(new StringBuilder());
        stillBold = false;
    }

    /** Joins what follows without a break. */
    void joinNext() {
        stillBold = false;
    }

    /** The lines: a soft break makes one, unless it stands in a sentence; bold words that open the paragraph are one. */
    List<String> lines() {
        List<StringBuilder> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).toString().strip();
            if (i == 0 && bold < lines.get(0).length()) {
                String words = lines.get(0).substring(0, bold);
                String rest = lines.get(0).substring(bold);
                if (BoldHeading.mayBe(words) && BoldHeading.isFollowedBySentence(rest)) {
                    out.add(new StringBuilder(words.strip()));
                    line = rest.strip();
                }
            }
            if (line.isEmpty()) {
                continue;
            }
            StringBuilder last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && i > 0 && LineBreak.isInSentence(last, line)) {
                last.append(LineBreak.needsBlank(last, line) ? " " : "").append(line);
            } else {
                out.add(new StringBuilder(line));
            }
        }
        return out.stream().map(StringBuilder::toString).toList();
    }
}
