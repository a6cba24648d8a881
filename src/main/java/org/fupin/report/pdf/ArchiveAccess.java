package org.fupin.report.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Completes a finished PDF by what PDF/UA-1 asks for and OpenPDF does not write: the way from the annotation of a link to
 * its structure element (7.18.5 of ISO 14289-1), and for each subset font the list of all glyphs that its file has, where
 * OpenPDF lists those that are used (7.21.4.2).
 *
 * <p>It reads what OpenPDF writes, not any PDF: one cross-reference table with the numbers from 0, no object streams.
 */
final class ArchiveAccess {

    private static final Pattern TREE = Pattern.compile("/StructTreeRoot (\\d+) 0 R");
    private static final Pattern PARENTS = Pattern.compile("/ParentTree (\\d+) 0 R");
    private static final Pattern KIDS = Pattern.compile("/Kids\\[([^]]*)]");
    private static final Pattern NUMBERS = Pattern.compile("/Nums\\[([^]]*)]");
    private static final Pattern REFERENCE = Pattern.compile("(\\d+) 0 R");
    private static final Pattern GLYPHS = Pattern.compile("/CIDSet (\\d+) 0 R");
    private static final Pattern FONT = Pattern.compile("/FontFile2 (\\d+) 0 R");
    private static final Pattern STREAM = Pattern.compile("/Length (\\d+)[^>]*>>stream\n");
    private static final Pattern TABLE = Pattern.compile("xref\n0 (\\d+)\n");
    private static final int ENTRY = "0000000000 00000 n \n".length();
    private static final int MAXP = 0x6D617870;

    /** What takes the place of the text up to {@code end}. */
    private record Change(int end, String text) {}

    /** One char for each byte. */
    private final String pdf;

    private final int table;
    private final int entries;
    private final int size;

    private final TreeMap<Integer, Change> changes = new TreeMap<>();

    private ArchiveAccess(String pdf) {
        this.pdf = pdf;
        this.table = pdf.lastIndexOf("\nxref\n") + 1;
        Matcher head = matched(TABLE, table, pdf.length());
        this.entries = head.end();
        this.size = Integer.parseInt(head.group(1));
    }

    /**
     * @param links the object numbers of the structure elements of links
     * @param firstKey the StructParent of the first link's annotation; those of the others follow one by one
     * @throws IllegalStateException if it is no file of OpenPDF
     */
    static byte[] complete(byte[] pdf, List<Integer> links, int firstKey) {
        ArchiveAccess access = new ArchiveAccess(new String(pdf, StandardCharsets.ISO_8859_1));
        access.enter(links, firstKey);
        access.listGlyphs();
        return access.written().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The tree that leads from a key to an element, made flat: OpenPDF only puts pages into it. */
    private void enter(List<Integer> links, int firstKey) {
        int root = reference(PARENTS, at(reference(TREE, 0, table)), table);
        StringBuilder tree = new StringBuilder("<</Nums[").append(numbers(root));
        for (int i = 0; i < links.size(); i++) {
            tree.append(' ')
                    .append(firstKey + i)
                    .append(' ')
                    .append(links.get(i))
                    .append(" 0 R");
        }
        int start = pdf.indexOf('\n', at(root)) + 1;
        changes.put(
                start,
                new Change(pdf.indexOf("\nendobj", start), tree.append("]>>").toString()));
    }

    private String numbers(int node) {
        int start = at(node);
        int end = pdf.indexOf("\nendobj", start);
        Matcher kids = KIDS.matcher(pdf).region(start, end);
        if (!kids.find()) {
            return matched(NUMBERS, start, end).group(1);
        }
        return REFERENCE
                .matcher(kids.group(1))
                .results()
                .map(kid -> numbers(Integer.parseInt(kid.group(1))))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private void listGlyphs() {
        Matcher descriptors = GLYPHS.matcher(pdf);
        while (descriptors.find()) {
            int descriptor = pdf.lastIndexOf(" 0 obj", descriptors.start());
            int glyphs = glyphs(reference(FONT, descriptor, pdf.indexOf("endobj", descriptor)));
            byte[] all = new byte[(glyphs + 7) / 8];
            Arrays.fill(all, (byte) 0xFF);
            if (glyphs % 8 != 0) {
                all[all.length - 1] = (byte) (0xFF << 8 - glyphs % 8);
            }
            String packed = deflated(all);
            int start = at(Integer.parseInt(descriptors.group(1)));
            Matcher stream = matched(STREAM, start, table);
            changes.put(
                    pdf.indexOf('\n', start) + 1,
                    new Change(
                            stream.end() + Integer.parseInt(stream.group(1)),
                            "<</Filter/FlateDecode/Length " + packed.length() + ">>stream\n" + packed));
        }
    }

    /** How many the font has, by its table maxp: a subset keeps their numbers, empty where they are not used. */
    private int glyphs(int font) {
        Matcher stream = matched(STREAM, at(font), table);
        byte[] packed = pdf.substring(stream.end(), stream.end() + Integer.parseInt(stream.group(1)))
                .getBytes(StandardCharsets.ISO_8859_1);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            in.skipNBytes(4);
            int tables = in.readUnsignedShort();
            in.skipNBytes(6);
            for (int i = 0; i < tables; i++) {
                int name = in.readInt();
                in.skipNBytes(4);
                int offset = in.readInt();
                in.skipNBytes(4);
                if (name == MAXP) {
                    in.skipNBytes(offset + 4 - (12 + 16 * (i + 1)));
                    return in.readUnsignedShort();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the font of object " + font + " has no table maxp");
    }

    private static String deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private String written() {
        StringBuilder out = new StringBuilder(pdf.length());
        int from = 0;
        for (Map.Entry<Integer, Change> change : changes.entrySet()) {
            out.append(pdf, from, change.getKey()).append(change.getValue().text());
            from = change.getValue().end();
        }
        out.append(pdf, from, entries);
        for (int i = 0; i < size; i++) {
            int entry = entries + i * ENTRY;
            String moved = Integer.toString(moved(at(i)));
            out.append("0".repeat(10 - moved.length())).append(moved).append(pdf, entry + 10, entry + ENTRY);
        }
        int last = pdf.lastIndexOf("startxref\n") + "startxref\n".length();
        return out.append(pdf, entries + size * ENTRY, last)
                .append(moved(table))
                .append("\n%%EOF\n")
                .toString();
    }

    private int moved(int place) {
        int moved = place;
        for (Map.Entry<Integer, Change> change : changes.headMap(place).entrySet()) {
            moved += change.getValue().text().length() - (change.getValue().end() - change.getKey());
        }
        return moved;
    }

    /** Where an object begins. */
    private int at(int number) {
        int entry = entries + number * ENTRY;
        return Integer.parseInt(pdf.substring(entry, entry + 10));
    }

    private int reference(Pattern pattern, int from, int to) {
        return Integer.parseInt(matched(pattern, from, to).group(1));
    }

    private Matcher matched(Pattern pattern, int from, int to) {
        Matcher matcher = pattern.matcher(pdf).region(from, to);
        if (!matcher.find()) {
            throw new IllegalStateException("the PDF has no " + pattern);
        }
        return matcher;
    }
}
