package org.fupin.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.observation.Printable;
import org.fupin.reading.limits.RejectionReason;

/**
 * Finds the files under a folder.
 *
 * <p>All files at any depth, but those that are hidden or still on their way ({@code .part}, {@code .tmp}). A link is
 * followed as long as it leads to something in the folder, which may itself be a link; one that leads out of it is
 * rejected, so that nobody who may write to an inbox can have a file read that he may not read himself. What is no file
 * (a pipe, a socket, a device) is rejected and not opened: opening a pipe would wait for ever.
 */
public final class InboxFiles {

    private record Folder(Path real, String name) {}

    private final Path root;
    private final List<InboxFile> files = new ArrayList<>();
    private final Set<Path> visited = new HashSet<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final List<Folder> linkedFolders = new ArrayList<>();

    private InboxFiles(Path root) {
        this.root = root;
    }

    /**
     * What is under a folder, in the order of the names, the same on every machine.
     *
     * @throws IOException if the folder itself cannot be listed
     */
    public static List<InboxFile> under(Path folder) throws IOException {
        InboxFiles found = new InboxFiles(folder.toRealPath());
        found.list(new Folder(found.root, ""));
        found.walk();
        // A folder that two names lead to is listed once, under its own if it has one that is not hidden.
        found.linkedFolders.sort(Comparator.comparing(Folder::name));
        for (Folder linked : found.linkedFolders) {
            found.folders.add(linked);
            found.walk();
        }
        found.rejectLoneMetaFiles();
        found.files.sort(Comparator.comparing(InboxFile::name));
        return found.files;
    }

    /** The file that a path names, wherever it is, with the path as its name. */
    public static InboxFile at(Path path) {
        String name = name(path);
        try {
            Path real = path.toRealPath();
            return inspect(real, name, Files.readAttributes(real, BasicFileAttributes.class));
        } catch (IOException e) {
            return rejected(path, name, e);
        }
    }

    /** A file that states something of a document that is not there: the name is wrong, and the statement would be lost. */
    private void rejectLoneMetaFiles() {
        Map<String, List<String>> byFolder = new HashMap<>();
        files.forEach(file -> byFolder.computeIfAbsent(folder(file.name()), any -> new ArrayList<>())
                .add(file.name().substring(folder(file.name()).length())));
        files.replaceAll(file -> {
            String folder = folder(file.name());
            String name = file.name().substring(folder.length());
            boolean lone = file.rejection() == null
                    && MetaFile.is(name)
                    && !MetaFile.isOfFolder(name)
                    && !MetaFile.isOfAny(name, byFolder.getOrDefault(folder, List.of()));
            return lone
                    ? new InboxFile(
                            file.path(),
                            file.name(),
                            Rejection.of(
                                    file.name(),
                                    RejectionReason.BAD_META,
                                    "states something of a document that is not beside it: expected NAME.meta.yml beside NAME"))
                    : file;
        });
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private void walk() {
        while (!folders.isEmpty()) {
            Folder folder = folders.remove();
            try {
                list(folder);
            } catch (NoSuchFileException | NotDirectoryException e) {
                // Taken away since its own folder was listed.
                continue;
            } catch (IOException e) {
                files.add(rejected(folder.real(), folder.name(), e));
            }
        }
    }

    private void list(Folder folder) throws IOException {
        if (!visited.add(folder.real())) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.real())) {
            for (Path entry : entries) {
                String name = name(entry.getFileName());
                if (!isHidden(name) && !isOnItsWay(name)) {
                    add(entry, folder.name().isEmpty() ? name : folder.name() + "/" + name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void add(Path entry, String name) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                addLinked(entry, name);
            } else if (attributes.isDirectory()) {
                folders.add(new Folder(entry, name));
            } else {
                files.add(inspect(entry, name, attributes));
            }
        } catch (NoSuchFileException e) {
            // Taken away since the folder was listed.
            return;
        } catch (IOException e) {
            files.add(rejected(entry, name, e));
        }
    }

    private void addLinked(Path link, String name) {
        try {
            Path real = link.toRealPath();
            if (!real.startsWith(root)) {
                files.add(new InboxFile(
                        real,
                        name,
                        Rejection.of(
                                name, RejectionReason.OUTSIDE_INBOX, "is a link out of the inbox, to " + name(real))));
                return;
            }
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                linkedFolders.add(new Folder(real, name));
            } else {
                files.add(inspect(real, name, attributes));
            }
        } catch (IOException e) {
            files.add(rejected(link, name, e));
        }
    }

    private static InboxFile inspect(Path real, String name, BasicFileAttributes attributes) {
        Rejection rejection = null;
        if (attributes.isDirectory()) {
            rejection = Rejection.of(name, RejectionReason.NOT_A_FILE, "is a folder");
        } else if (!attributes.isRegularFile()) {
            rejection = Rejection.of(name, RejectionReason.NOT_A_FILE, "is " + kind(real) + ", not a file");
        }
        return new InboxFile(real, name, rejection);
    }

    /** What the type in the mode of a Unix file says; see inode(7). */
    private static String kind(Path special) {
        try {
            int mode = (int) Files.getAttribute(special, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            return switch (mode >> 12 & 0xF) {
                case 0x1 -> "a pipe";
                case 0x2, 0x6 -> "a device";
                case 0xC -> "a socket";
                default -> "a special file";
            };
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "a special file";
        }
    }

    private static InboxFile rejected(Path path, String name, IOException failure) {
        return new InboxFile(path, name, rejection(path, name, failure));
    }

    /** Why a file could not be read, or a link not be followed. */
    static Rejection rejection(Path path, String name, IOException failure) {
        boolean link = Files.isSymbolicLink(path);
        if (failure instanceof NoSuchFileException) {
            return Rejection.of(
                    name,
                    RejectionReason.NOT_FOUND,
                    link ? "is a link to a file that is not there" : "there is no such file");
        } else if (failure instanceof AccessDeniedException) {
            return Rejection.of(name, RejectionReason.NO_PERMISSION, "no permission to read it");
        } else if (link && failure instanceof FileSystemException) {
            return Rejection.of(name, RejectionReason.LINK_LOOP, "is a link that leads nowhere: " + reason(failure));
        }
        return Rejection.of(name, RejectionReason.UNREADABLE, "cannot be read: " + reason(failure));
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /**
     * A path as text, with {@code /}. On Linux a name is bytes; those that are no UTF-8 would all become the same
     * character, so that one name could stand for several files: they are written as {@code %D6}.
     */
    static String name(Path path) {
        String text = path.toString();
        if (text.indexOf('\uFFFD') >= 0) {
            text = decoded(bytes(path));
        }
        String separator = path.getFileSystem().getSeparator();
        return separator.equals("/") ? text : text.replace(separator, "/");
    }

    /** Paths show their bytes in their URIs only. */
    private static byte[] bytes(Path path) {
        String uri = path.toUri().getRawPath();
        String whole = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        int names = path.getNameCount();
        int begin = whole.length();
        for (int i = 0; i < names; i++) {
            begin = whole.lastIndexOf('/', begin - 1);
        }
        String raw = whole.substring(path.isAbsolute() ? begin : begin + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length * 3);
        while (in.hasRemaining()) {
            CoderResult result = utf8.decode(in, out, true);
            for (int i = 0; i < (result.isError() ? result.length() : 0); i++) {
                out.put(Printable.escaped(in.get()));
            }
        }
        return out.flip().toString();
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    private static boolean isOnItsWay(String name) {
        return name.endsWith(".part") || name.endsWith(".tmp");
    }
}
