package org.fupin.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks, before work starts, whether what it makes can be put where it shall go. */
public final class OutputPlace {

    private OutputPlace() {}

    /**
     * A file that can be written, and replaced, in a folder that is there.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static Path file(Path file) {
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("is a folder, name a file in it: " + file);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException("no permission to write in " + folder);
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new IllegalArgumentException("no permission to write " + file);
        }
        return file;
    }

    /**
     * A folder that is there, or can be made.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    static Path folder(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new IllegalArgumentException("cannot be a folder, because this is none: " + there);
        }
        if (!Files.isWritable(there)) {
            throw new IllegalArgumentException("no permission to write in " + there);
        }
        return folder;
    }
}
