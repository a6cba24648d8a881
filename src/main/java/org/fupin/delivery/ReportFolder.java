package org.fupin.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder of the outputs. A version of a file that another has replaced is looked for in {@code superseded/}, in the
 * same folders, as {@code NAME.FIRST-12-OF-SHA256.ENDING}.
 */
public final class ReportFolder implements FileSource {

    private static final String SUPERSEDED = "superseded";
    private static final int HASH_IN_NAME = 12;

    private final Path root;

    /** @param root the folder that the paths of files start from */
    public ReportFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public byte[] read(DeliveryFile file) throws IOException {
        for (Path path : new Path[] {inside(file.path()), inside(SUPERSEDED + "/" + supersededPath(file))}) {
            try {
                byte[] content = Files.readAllBytes(path);
                if (Sha256.hex(content).equals(file.sha256())) {
                    return content;
                }
            } catch (NoSuchFileException e) {
                // Then it may be in the other place.
            }
        }
        throw new IOException(file.path() + " with SHA-256 " + file.sha256() + " is not there any more");
    }

    private Path inside(String relative) throws IOException {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root)) {
            throw new IOException(relative + " leads out of the folder of the outputs");
        }
        return path;
    }

    private static String supersededPath(DeliveryFile file) {
        String path = file.path();
        int dot = path.lastIndexOf('.');
        int name = path.lastIndexOf('/') + 1;
        String hash = file.sha256().substring(0, HASH_IN_NAME);
        return dot > name ? path.substring(0, dot) + "." + hash + path.substring(dot) : path + "." + hash;
    }
}
