package org.fupin.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip whose entries bear one time in every time zone, so that the same content gives the same bytes. */
final class FixedTimeZip extends ZipArchiveOutputStream {

    /** Times of zips have no zone. This one is two seconds after the earliest: at that one itself, zones make a difference. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    /** Packs in half the time of the usual level, into a tenth more. */
    private static final int LEVEL = 3;

    FixedTimeZip(OutputStream out) {
        super(out);
        setLevel(LEVEL);
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
        entry.setTimeLocal(TIME);
        super.putArchiveEntry(entry);
    }
}
