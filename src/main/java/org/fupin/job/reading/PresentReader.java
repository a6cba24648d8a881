package org.fupin.job.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Lazy;
import org.fupin.observation.Sha256;
import org.fupin.publish.BuildInfo;
import org.fupin.warehouse.load.ReadBy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What this program reads documents by. */
public final class PresentReader {

    private static final String FOLDER = "reference/";

    /** Neither changes while the program runs; a run asks for each chunk of files that it loads. */
    private static final Lazy<ReadBy> PRESENT = new Lazy<>(PresentReader::read);

    private PresentReader() {}

    /** The program's version, and the fingerprint of its reference data: names and contents of all its files. */
    public static ReadBy get() {
        return PRESENT.get();
    }

    private static ReadBy read() {
        try {
            Map<String, Resource> files = new TreeMap<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.csv")) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf("/" + FOLDER) + 1), file);
            }
            MessageDigest digest = Sha256.digest();
            for (Map.Entry<String, Resource> file : files.entrySet()) {
                digest.update((file.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream in = file.getValue().getInputStream()) {
                    digest.update(in.readAllBytes());
                }
            }
            return new ReadBy(BuildInfo.version(), Sha256.hex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
