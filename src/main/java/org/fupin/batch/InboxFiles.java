package org.fupin.batch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Finds the files under a folder. */
public final class InboxFiles {

    private InboxFiles() {}

    /**
     * All files under a folder, at any depth, in the order of their paths, the same on every machine. Hidden files and
     * files still on their way ({@code .part}, {@code .tmp}) are not among them; links are followed, and those that lead
     * nowhere, like folders that may not be listed, are: taking them in then says what is wrong with them.
     */
    public static List<Path> under(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                        return !directory.equals(folder) && isHidden(directory)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!isHidden(file) && !isOnItsWay(file)) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (file.equals(folder)) {
                            throw failure;
                        }
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.sort(
                Comparator.comparing(file -> folder.relativize(file).toString().replace('\\', '/')));
        return files;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean isOnItsWay(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".part") || name.endsWith(".tmp");
    }
}
