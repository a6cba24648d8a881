package org.fupin.report.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes any text printable: sources may hold control characters, marks that turn the direction of writing, lone
 * surrogates and characters that none of the embedded fonts has. PDF/A forbids glyphs that do not exist.
 */
final class Printable {

    /** The printer's mark for a missing sort; Noto Sans SC has it. */
    static final char MISSING = '\u3013';

    /** The families of {@code templates/fonts/fonts.xml}; a heading's weights have the same characters as the text's. */
    private static final List<String> FONTS = List.of(
            "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf",
            "/templates/fonts/NotoSansSC-GB2312.ttf",
            "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf");

    private final List<Font> fonts;

    private Printable(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    static Printable load() {
        LogicalFonts.ensure();
        List<Font> fonts = new ArrayList<>();
        for (String name : FONTS) {
            try (InputStream in = Printable.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the font " + name + " is not on the class path");
                }
                fonts.add(Font.createFont(Font.TRUETYPE_FONT, in));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the font " + name + " cannot be read", e);
            }
        }
        return new Printable(fonts);
    }

    /** {@code text} on one line, with single blanks, and {@link #MISSING} for each character that cannot be shown. */
    String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                blank = true;
            } else if (!isInvisible(c)) {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                line.append(canShow(c) ? (char) c : MISSING);
            }
        }
        return line.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** Joiners, direction marks, byte order marks, soft hyphens: they have no glyph and may reorder what stands around. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT;
    }

    /** No font here has characters beyond the basic plane that a PDF of this kind could show. */
    private boolean canShow(int c) {
        return Character.isBmpCodePoint(c)
                && !Character.isSurrogate((char) c)
                && fonts.stream().anyMatch(font -> font.canDisplay(c));
    }
}
