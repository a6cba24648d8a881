package org.fupin.report.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Lets the JDK handle fonts on a machine that has none. On Linux it looks for the system's fonts before it opens any other,
 * and gives up where there are none ("Fontconfig head is null"), although every font that a report needs is on the class
 * path. Then it is told, by a font configuration file of its own format, that its logical fonts are DejaVu Sans.
 */
final class LogicalFonts {

    private static final String CONFIGURATION = "sun.awt.fontconfig";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";

    /** As the configuration file names a font: an X logical font description. */
    private static final String DESCRIPTION = "-fupin-dejavu%ssans-medium-r-normal--*-%%d-*-*-p-*-iso10646-1";

    private LogicalFonts() {}

    /**
     * Must come before the first use of a font. Where the machine has fonts it changes nothing.
     *
     * @throws IllegalStateException if fonts cannot be handled even so
     */
    static synchronized void ensure() {
        // Pictures are small. In a file they would take a shutdown hook, which a program that was told to stop cannot
        // have.
        ImageIO.setUseCache(false);
        Throwable failure = failure();
        if (failure != null && System.getProperty(CONFIGURATION) == null) {
            try {
                System.setProperty(CONFIGURATION, write().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "no font can be put into the temporary folder " + System.getProperty("java.io.tmpdir"), e);
            }
            failure = failure();
        }
        if (failure != null) {
            throw new IllegalStateException("this Java cannot handle fonts: " + failure, failure);
        }
    }

    /** Why a font of the class path cannot be opened; null if it can. */
    private static @Nullable Throwable failure() {
        try (InputStream font = LogicalFonts.class.getResourceAsStream(DEJAVU)) {
            Font.createFont(Font.TRUETYPE_FONT, font);
            return null;
        } catch (IOException | FontFormatException | RuntimeException | InternalError | NoClassDefFoundError e) {
            return e;
        }
    }

    private static Path write() throws IOException {
        Path folder = Files.createTempDirectory("fupin-fonts");
        deleteAtEnd(folder);
        Path font = folder.resolve("DejaVuSans.ttf");
        deleteAtEnd(font);
        try (InputStream in = LogicalFonts.class.getResourceAsStream(DEJAVU)) {
            Files.copy(in, font);
        }
        StringBuilder lines = new StringBuilder("version=1\n");
        for (String family : List.of("dialog", "dialoginput", "sansserif", "serif", "monospaced")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                lines.append(family).append('.').append(style).append(".latin-1=");
                lines.append(DESCRIPTION.formatted(" ")).append('\n');
            }
        }
        lines.append("sequence.allfonts=latin-1\n");
        lines.append("filename.")
                .append(DESCRIPTION.formatted("_"))
                .append('=')
                .append(font)
                .append('\n');
        Path configuration = Files.writeString(folder.resolve("fontconfig.properties"), lines);
        deleteAtEnd(configuration);
        return configuration;
    }

    private static void deleteAtEnd(Path file) {
        try {
            file.toFile().deleteOnExit();
        } catch (IllegalStateException e) {
            // The program was told to stop and finishes what it has begun; its temporary folder goes with it.
        }
    }
}
