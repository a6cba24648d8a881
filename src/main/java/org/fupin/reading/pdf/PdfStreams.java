package org.fupin.reading.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.fupin.reading.limits.Breach;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.UnreadableDocumentException;

/** Sees, without holding them in memory, that the streams of a PDF do not expand to more than they may. */
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);

    /** The filters that make more of less; those of pictures are not undone when text is read. */
    private static final Set<COSName> EXPANDING = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION);

    private final ReadingLimits limits;
    private long sum;

    PdfStreams(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Looks at the streams that are expanded as soon as the file is opened: those of objects and cross-references. */
    void checkFile(byte[] content) throws UnreadableDocumentException {
        int object = 0;
        for (int i = 0; i < content.length; i++) {
            if (isAt(content, i, OBJECT)) {
                object = i;
            } else if (isAt(content, i, STREAM) && i + STREAM.length < content.length) {
                String dictionary = new String(content, object, i - object, StandardCharsets.ISO_8859_1);
                if (dictionary.contains("ObjStm") || dictionary.contains("XRef") || dictionary.contains("#")) {
                    checkDeflated(content, i + STREAM.length);
                }
                object = i;
            }
        }
    }

    private void checkDeflated(byte[] content, int keywordEnd) throws UnreadableDocumentException {
        int begin = keywordEnd;
        while (begin < content.length && (content[begin] == '\r' || content[begin] == '\n')) {
            begin++;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content, begin, content.length - begin);
            byte[] buffer = new byte[8192];
            int n = inflater.inflate(buffer);
            while (n > 0) {
                count(n, inflater.getBytesRead(), inflater.getBytesWritten());
                n = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            // Not deflated, or damaged: nothing more expands.
            return;
        } finally {
            inflater.end();
        }
    }

    /** Looks at all streams of an opened file. Pictures may each be as large as all others together. */
    void check(COSDocument document) throws UnreadableDocumentException {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream) {
                boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
                check(stream, picture ? new PdfStreams(limits) : this, picture);
            }
        }
    }

    private static void check(COSStream stream, PdfStreams counter, boolean picture)
            throws UnreadableDocumentException {
        List<COSName> filters = filters(stream);
        long compressed = stream.getLength();
        byte[] content = null;
        for (int i = 0; i < filters.size() && EXPANDING.contains(filters.get(i)); i++) {
            boolean last = i + 1 == filters.size() || !EXPANDING.contains(filters.get(i + 1));
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            long[] expanded = new long[1];
            OutputStream counted = new OutputStream() {
                @Override
                public void write(int b) {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    expanded[0] += length;
                    try {
                        counter.count(length, picture ? Long.MAX_VALUE : compressed, expanded[0]);
                    } catch (UnreadableDocumentException e) {
                        throw new Breach(e);
                    }
                    if (!last) {
                        kept.write(bytes, offset, length);
                    }
                }
            };
            try (InputStream in = content == null ? stream.createRawInputStream() : new ByteArrayInputStream(content)) {
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, counted, stream, i);
            } catch (Breach e) {
                throw e.reason();
            } catch (IOException | RuntimeException e) {
                // A stream that cannot be expanded: whether that matters shows when it is needed.
                return;
            }
            content = kept.toByteArray();
        }
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName name) {
            return List.of(name);
        }
        return filters instanceof COSArray array
                ? array.toList().stream()
                        .filter(COSName.class::isInstance)
                        .map(COSName.class::cast)
                        .toList()
                : List.of();
    }

    private void count(long bytes, long compressed, long expanded) throws UnreadableDocumentException {
        sum += bytes;
        limits.checkExpanded(sum);
        limits.checkExpansion(compressed, expanded);
    }

    private static boolean isAt(byte[] content, int i, byte[] keyword) {
        if (content[i] != keyword[0] || i + keyword.length > content.length || i >= 3 && isEnd(content, i)) {
            return false;
        }
        for (int k = 1; k < keyword.length; k++) {
            if (content[i + k] != keyword[k]) {
                return false;
            }
        }
        return true;
    }

    /** Whether "end" stands before the keyword. */
    private static boolean isEnd(byte[] content, int i) {
        return content[i - 3] == 'e' && content[i - 2] == 'n' && content[i - 1] == 'd';
    }
}
