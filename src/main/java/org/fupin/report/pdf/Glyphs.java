package org.fupin.report.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Printable;

/** The characters that the fonts embedded in the PDFs have: PDF/A forbids glyphs that do not exist. */
final class Glyphs {

    /** The printer's mark for a missing sort; Noto Sans SC has it. */
    static final char MISSING = '\u3013';

    /** The families of {@code templates/fonts/fonts.xml}; a heading's weights have the same characters as the text's. */
    private static final List<String> FONTS = List.of(
            "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf",
            "/org/fupin/report/fonts/NotoSansSC-GB2312.ttf",
            "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf");

    private static final byte SHOWN = 1;
    private static final byte NOT_SHOWN = 2;

    private final List<Font> fonts;

    /** By character of the basic plane, 0 where no text had it yet: to ask the fonts costs more than to lay out the letter. */
    private final byte[] known = new byte[1 << Character.SIZE];

    private Glyphs(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    static Glyphs load() {
        LogicalFonts.ensure();
        List<Font> fonts = new ArrayList<>();
        for (String name : FONTS) {
            try (InputStream in = Glyphs.class.getResourceAsStream(name)) {
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
        return new Glyphs(fonts);
    }

    /** {@link Printable#plain} with the characters of the fonts. */
    String line(String text) {
        return Printable.plain(text, this::has, MISSING);
    }

    /** No font here has characters beyond the basic plane that a PDF of this kind could show. */
    private boolean has(int c) {
        if (!Character.isBmpCodePoint(c)) {
            return false;
        }
        // Several threads may find out the same.
        if (known[c] == 0) {
            known[c] = isInFonts((char) c) ? SHOWN : NOT_SHOWN;
        }
        return known[c] == SHOWN;
    }

    private boolean isInFonts(char c) {
        return !Character.isSurrogate(c) && fonts.stream().anyMatch(font -> font.canDisplay(c));
    }
}
