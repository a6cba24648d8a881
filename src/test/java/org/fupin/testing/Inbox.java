package org.fupin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** Small reports for tests of whole runs, in a folder of the test. */
public record Inbox(Path folder) {

    /** A report of Hebei on 2011: two figures of money, of which one is a part of the other, and the people helped. */
    public static final String HEBEI_2011 = """
            Poverty Alleviation and Development in Hebei

            【Overview】In 2011, Hebei Province invested 120 million yuan of financial anti-poverty funds, of which 80 million yuan
            was put into industrial projects. A total of 45,000 people got rid of poverty.
            """;

    /** The same report, with another sum of money. */
    public static final String HEBEI_2011_CORRECTED = HEBEI_2011.replace("120 million", "125 million");

    /** A report of Hebei on the year after. */
    public static final String HEBEI_2012 = """
            Poverty Alleviation and Development in Hebei

            【Overview】In 2012, Hebei Province invested 150 million yuan of financial anti-poverty funds, up 25% over 2011. In
            the year 2012, 52,000 people got rid of poverty.
            """;

    /** A report of another province. */
    public static final String GANSU_2011 = """
            Poverty Alleviation and Development in Gansu

            【Overview】In 2011, Gansu Province trained 30,000 farmers and built 320 kilometers of village roads.
            """;

    /** A report of a third province: with Hebei and Gansu as many as a summary of 2011 takes. */
    public static final String YUNNAN_2011 = """
            Poverty Alleviation and Development in Yunnan

            【Overview】In 2011, Yunnan Province relocated 12,000 people and repaired 410 reservoirs in poor villages.
            """;

    /**
     * Reports of as many provinces on a year as its summary takes, those of 2011 but for the year: {@code hebei-YEAR.txt},
     * {@code gansu-YEAR.txt} and {@code yunnan-YEAR.txt}.
     */
    public Inbox putThreeOf(int year) {
        Map.of("hebei", HEBEI_2011, "gansu", GANSU_2011, "yunnan", YUNNAN_2011)
                .forEach((name, report) ->
                        put(name + "-" + year + ".txt", report.replace("2011", Integer.toString(year))));
        return this;
    }

    public Inbox put(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Inbox put(String path, byte[] content) {
        try {
            Files.write(folder.resolve(path), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets when a file was last changed. */
    public Inbox changed(String path, Instant when) {
        try {
            Files.setLastModifiedTime(folder.resolve(path), FileTime.from(when));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file of each kind that cannot be read: five in all. */
    public Inbox putUnreadable() {
        try {
            put("empty.txt", "");
            put("binary.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d});
            put("shopping.txt", "Milk, bread and two lemons.\n");
            Files.createSymbolicLink(folder.resolve("dangling.txt"), folder.resolve("nowhere.txt"));
            Files.createSymbolicLink(folder.resolve("loop.txt"), folder.resolve("loop.txt"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
