package org.fupin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.fupin.extraction.Extractor;
import org.fupin.intake.Incoming.Fingerprint;
import org.fupin.intake.LeftFile.Why;
import org.fupin.observation.Lazy;
import org.fupin.observation.Printable;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.ReportArchive;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.title.StatedFacts;
import org.fupin.settings.IntakeLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes files in: bytes to document to observations. Never throws for a file, and gives none of them more time or memory
 * than the limits say; safe for use by several threads.
 *
 * <p>A file that someone is still writing is not taken: the bytes that are read, once and into memory, are those that
 * were seen when it was found, or the file is left for the next run.
 */
public final class Intake {

    /** What a mail is known by, in bytes. */
    private static final int HEAD = 1 << 16;

    /** What became of a file. */
    public sealed interface Outcome<T> {}

    public record Accepted<T>(T value) implements Outcome<T> {}

    public record Rejected<T>(Rejection rejection) implements Outcome<T> {}

    /** Nothing is wrong with it, but it is not to be taken now. */
    public record Left<T>(LeftFile file) implements Outcome<T> {

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** It holds no article that is wanted. */
    public record OutOfScope<T>() implements Outcome<T> {}

    /** A file or a member of an archive, as it is in memory. */
    private record Content(byte[] bytes, long modified) {}

    private static final class LeftException extends Exception {
        private static final long serialVersionUID = 1L;
        private final Why why;

        LeftException(Why why) {
            this.why = why;
        }
    }

    private final MetaFile metaFiles = new MetaFile();
    private final ReadDocuments readDocuments = new ReadDocuments();
    private final Lazy<DocumentReader> reader;
    private final Lazy<Extractor> extractor;
    private final ReadingLimits sizes;
    private final BoundedExecutor executor;
    private final OpenArchive openArchive;
    private final Clock clock;
    private final IntakeLimits limits;

    private Intake(
            Lazy<DocumentReader> reader,
            Lazy<Extractor> extractor,
            ReadingLimits sizes,
            BoundedExecutor executor,
            OpenArchive openArchive,
            Clock clock,
            IntakeLimits limits) {
        this.reader = reader;
        this.extractor = extractor;
        this.sizes = sizes;
        this.executor = executor;
        this.openArchive = openArchive;
        this.clock = clock;
        this.limits = limits;
    }

    /** One that takes files in within these limits. */
    public static Intake create(IntakeLimits limits) {
        return create(limits, ReadingLimits.defaults(), Clock.systemUTC());
    }

    static Intake create(IntakeLimits limits, ReadingLimits sizes, Clock clock) {
        return new Intake(
                new Lazy<>(() -> DocumentReader.create(sizes)),
                new Lazy<>(Extractor::create),
                sizes,
                new BoundedExecutor(),
                new OpenArchive(),
                clock,
                limits);
    }

    /** What the figures are extracted with; explains them. */
    public Extractor extractor() {
        return extractor.get();
    }

    /**
     * Looks at what was found under a name: reads it, remembers what it is like, and opens it if it is an archive.
     *
     * @return one outcome for a file, one for each member of an archive, in its order; none is {@link OutOfScope}; nothing for a file
     *     that only states something of others
     */
    public List<Outcome<Incoming>> look(InboxFile file) {
        if (file.rejection() != null) {
            return List.of(new Rejected<>(file.rejection()));
        }
        if (MetaFile.is(file.name())) {
            return List.of();
        }
        Incoming whole = new Incoming(file.path(), null, file.name(), null);
        Outcome<List<Outcome<Incoming>>> outcome = guarded(whole, () -> new Accepted<>(open(whole)));
        if (outcome instanceof Accepted<List<Outcome<Incoming>>> accepted) {
            return accepted.value();
        }
        return List.of(recast(outcome));
    }

    /** Looks at what was found under a name, and extracts the figures of it or, of an archive, of each of its members. */
    public List<Outcome<ExtractedDocument>> extractAll(InboxFile file) {
        List<Outcome<ExtractedDocument>> outcomes = new ArrayList<>();
        for (Outcome<Incoming> found : look(file)) {
            outcomes.add(found instanceof Accepted<Incoming> document ? extract(document.value()) : recast(found));
        }
        return outcomes;
    }

    /** Reads a document, without extracting; one that was seen is kept for {@link #extract}, where there is room. */
    public Outcome<SourceDocument> read(Incoming document) {
        return guarded(document, () -> new Accepted<>(readNow(document, true)));
    }

    /** Reads a document and extracts its figures. */
    public Outcome<ExtractedDocument> extract(Incoming document) {
        return extract(document, any -> true);
    }

    /** Reads a document and extracts its figures, if it is wanted. */
    public Outcome<ExtractedDocument> extract(Incoming document, Predicate<SourceDocument> wanted) {
        return guarded(document, () -> {
            SourceDocument kept = kept(document);
            SourceDocument read = kept == null ? readNow(document, false) : kept;
            return wanted.test(read) ? new Accepted<>(extractor.get().extract(read)) : new OutOfScope<>();
        });
    }

    /** What was read of a file that is still as it was seen; of members of archives nothing is kept. */
    private @Nullable SourceDocument kept(Incoming document)
            throws IOException, UnreadableDocumentException, LeftException {
        ReadDocuments.Read read = readDocuments.take(document);
        if (read == null) {
            return null;
        }
        attributes(document);
        return read.stated().equals(stated(document)) ? read.document() : null;
    }

    private SourceDocument readNow(Incoming document, boolean keep)
            throws IOException, UnreadableDocumentException, LeftException {
        byte[] bytes = content(document).bytes();
        StatedFacts stated = stated(document);
        if (document.fingerprint() != null
                && !DocumentReader.id(bytes, stated)
                        .equals(document.fingerprint().sha256())) {
            throw new LeftException(Why.CHANGED);
        }
        SourceDocument read = reader.get().read(document.name(), bytes, stated);
        if (keep && document.fingerprint() != null && document.member() == null) {
            readDocuments.keep(document, new ReadDocuments.Read(read, stated));
        }
        return read;
    }

    private List<Outcome<Incoming>> open(Incoming whole)
            throws IOException, UnreadableDocumentException, LeftException {
        Content content = content(whole);
        List<Outcome<Incoming>> outcomes = new ArrayList<>();
        if (!ReportArchive.isArchive(content.bytes())) {
            outcomes.add(accepted(whole, null, content, content.bytes(), content.modified(), stated(whole)));
            return outcomes;
        }
        ReportArchive archive;
        try {
            archive = ReportArchive.of(content.bytes(), sizes);
        } catch (UnreadableDocumentException e) {
            return List.of(rejected(whole, content, e));
        }
        archive.forEach(new ReportArchive.Visitor<RuntimeException>() {
            @Override
            public void member(String path, byte[] bytes) {
                member(path, bytes, content.modified());
            }

            @Override
            public void member(String path, byte[] bytes, Instant changed) {
                member(path, bytes, changed.toEpochMilli());
            }

            private void member(String path, byte[] bytes, long changed) {
                if (!MetaFile.is(path)) {
                    take(path, bytes, changed, false);
                }
            }

            @Override
            public void mail(String path, byte[] bytes) {
                take(path, bytes, content.modified(), true);
            }

            /** @param letter whether it may be but the letter of its attachments, which is passed over */
            private void take(String path, byte[] bytes, long changed, boolean letter) {
                try {
                    StatedFacts stated =
                            path.isEmpty() ? metaFiles.read(beside(whole.file())) : stated(whole, path, archive);
                    if (!letter || isToBeRead(bytes, stated)) {
                        outcomes.add(accepted(whole, path.isEmpty() ? null : path, content, bytes, changed, stated));
                    }
                } catch (UnreadableDocumentException | IOException e) {
                    refused(path, new UnreadableDocumentException(RejectionReason.BAD_META, e.getMessage()));
                }
            }

            @Override
            public void refused(String path, UnreadableDocumentException why) {
                outcomes.add(new Rejected<>(
                        Rejection.of(memberName(whole, path), why.reason(), String.valueOf(why.getMessage()))));
            }
        });
        if (outcomes.isEmpty()) {
            String message = "an archive without files";
            return List.of(rejected(whole, content, new UnreadableDocumentException(RejectionReason.EMPTY, message)));
        }
        return outcomes;
    }

    /** Whether the text of a mail with attachments is a report, or one with a fault; not if it is but their letter. */
    private boolean isToBeRead(byte[] mail, StatedFacts stated) {
        try {
            reader.get().read("", mail, stated);
            return true;
        } catch (UnreadableDocumentException e) {
            return e.reason().isOfReport();
        }
    }

    private static Rejected<Incoming> rejected(Incoming whole, Content content, UnreadableDocumentException why) {
        return new Rejected<>(new Rejection(
                whole.name(),
                why.reason(),
                String.valueOf(why.getMessage()),
                (long) content.bytes().length,
                Sha256.of(content.bytes())));
    }

    private static Accepted<Incoming> accepted(
            Incoming whole, @Nullable String member, Content file, byte[] bytes, long changed, StatedFacts stated) {
        Fingerprint fingerprint = new Fingerprint(
                DocumentReader.id(bytes, stated), bytes.length, file.bytes().length, file.modified(), changed);
        String name = member == null ? whole.name() : memberName(whole, member);
        return new Accepted<>(new Incoming(whole.file(), member, name, fingerprint));
    }

    /** What an operator states of a document, in files beside it: of a member of an archive those in the archive, then beside it. */
    private StatedFacts stated(Incoming document) throws IOException, UnreadableDocumentException, LeftException {
        if (document.member() == null) {
            return metaFiles.read(beside(document.file()));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : namesWithin(document.member())) {
            try {
                put(
                        files,
                        name,
                        content(new Incoming(document.file(), name, document.name(), document.fingerprint()))
                                .bytes());
            } catch (NoSuchFileException e) {
                continue; // most documents have none
            }
        }
        beside(document.file()).forEach(files::putIfAbsent);
        return metaFiles.read(files);
    }

    private StatedFacts stated(Incoming whole, String member, ReportArchive archive)
            throws IOException, UnreadableDocumentException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : namesWithin(member)) {
            try {
                put(files, name, archive.member(name));
            } catch (NoSuchElementException e) {
                continue;
            }
        }
        beside(whole.file()).forEach(files::putIfAbsent);
        return metaFiles.read(files);
    }

    private static List<String> namesWithin(String member) {
        int folder = member.lastIndexOf('/') + 1;
        return MetaFile.namesFor(member.substring(folder)).stream()
                .map(name -> member.substring(0, folder) + name)
                .toList();
    }

    private static Map<String, byte[]> beside(Path file) throws IOException, UnreadableDocumentException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : MetaFile.namesFor(file.getFileName().toString())) {
            Path beside = file.resolveSibling(name);
            // A link is not followed: it could lead out of the inbox.
            if (Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)) {
                try (InputStream in = Files.newInputStream(beside, LinkOption.NOFOLLOW_LINKS)) {
                    put(files, name, in.readNBytes(MetaFile.MAX_BYTES + 1));
                }
            }
        }
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, byte[] content) throws UnreadableDocumentException {
        if (content.length > MetaFile.MAX_BYTES) {
            throw MetaFile.bad(name, "has more than %,d bytes: expected three lines".formatted(MetaFile.MAX_BYTES));
        }
        files.put(name, content);
    }

    private static String memberName(Incoming archive, String member) {
        return archive.name() + ReportArchive.SEPARATOR + member;
    }

    /** The bytes of a document, if it is still the file that was seen; of a new file, if it stays as it is meanwhile. */
    private Content content(Incoming document) throws IOException, UnreadableDocumentException, LeftException {
        Path file = document.file();
        BasicFileAttributes before = attributes(document);
        if (document.fingerprint() == null && isRecent(before)) {
            throw new LeftException(Why.RECENT);
        }
        if (before.size() > sizes.maxFileBytes()) {
            throw tooLarge("it has %,d bytes, more than the %,d that a file may have", before.size());
        }
        OpenArchive.Key key = new OpenArchive.Key(file, before.size(), modified(before));
        if (document.member() != null) {
            Optional<byte[]> held = member(() -> openArchive.member(key, document.member()), document);
            if (held.isPresent()) {
                return new Content(held.get(), key.modified());
            }
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes((int) sizes.maxFileBytes() + 1);
        }
        BasicFileAttributes after = attributes(document);
        if (bytes.length != before.size() || after.size() != before.size() || modified(after) != modified(before)) {
            throw new LeftException(Why.CHANGED);
        }
        return new Content(document.member() == null ? bytes : member(document, key, bytes), key.modified());
    }

    private byte[] member(Incoming document, OpenArchive.Key key, byte[] archive)
            throws IOException, UnreadableDocumentException {
        String member = Objects.requireNonNull(document.member());
        if (!ReportArchive.isArchive(archive)) {
            throw new NoSuchFileException(document.name(), null, document.file().getFileName() + " is not an archive");
        }
        ReportArchive opened = ReportArchive.of(archive, sizes);
        return member(() -> openArchive.member(key, opened, member), document);
    }

    @FunctionalInterface
    private interface MemberSource<T> {
        T get() throws UnreadableDocumentException;
    }

    private static <T> T member(MemberSource<T> source, Incoming document)
            throws NoSuchFileException, UnreadableDocumentException {
        try {
            return source.get();
        } catch (NoSuchElementException e) {
            throw new NoSuchFileException(document.name(), null, "there is no such member in the archive");
        }
    }

    private static BasicFileAttributes attributes(Incoming document) throws IOException, LeftException {
        Path file = document.file();
        Fingerprint fingerprint = document.fingerprint();
        try {
            // Where a folder on the way has become a link since, the file is another one.
            Path real = file.toRealPath();
            BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (fingerprint != null
                    && (!real.equals(file)
                            || !now.isRegularFile()
                            || now.size() != fingerprint.fileSize()
                            || modified(now) != fingerprint.modified())) {
                throw new LeftException(Why.CHANGED);
            }
            return now;
        } catch (NoSuchFileException | NotDirectoryException e) {
            if (fingerprint != null) {
                throw new LeftException(Why.GONE);
            }
            throw e;
        }
    }

    /** A clock that is wrong must not keep a file out for ever: one changed in the future is not a recent one. */
    private boolean isRecent(BasicFileAttributes attributes) {
        Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), clock.instant());
        return age.abs().compareTo(limits.quiet()) < 0;
    }

    private static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().toMillis();
    }

    private <T> Outcome<T> guarded(Incoming document, Callable<Outcome<T>> work) {
        try {
            return executor.call(document.name(), limits.perFile(), work);
        } catch (TimeoutException e) {
            return rejected(
                    document,
                    RejectionReason.TIMEOUT,
                    "was given up after "
                            + BigDecimal.valueOf(limits.perFile().toMillis(), 3)
                                    .stripTrailingZeros()
                                    .toPlainString() + " seconds");
        } catch (BoundedExecutor.MemoryExceededException e) {
            return rejected(
                    document,
                    RejectionReason.TOO_LARGE,
                    "needs more memory than the program has, even when read alone: %,d MiB"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
        } catch (ExecutionException e) {
            return failed(document, Objects.requireNonNull(e.getCause()));
        }
    }

    private <T> Outcome<T> failed(Incoming document, Throwable cause) {
        if (cause instanceof LeftException left) {
            return new Left<>(new LeftFile(document.name(), left.why));
        } else if (cause instanceof UnreadableDocumentException unreadable) {
            return rejected(
                    document,
                    unreadable.reason(),
                    (isAttachment(document) ? "an attachment of a mail: " : "") + unreadable.getMessage());
        } else if (cause instanceof NoSuchFileException missing && missing.getReason() != null) {
            return rejected(document, RejectionReason.NOT_FOUND, missing.getReason());
        } else if (cause instanceof IOException failure) {
            return new Rejected<>(InboxFiles.rejection(document.file(), document.name(), failure));
        }
        // A fault of ours in one file must not keep the others from being reported.
        LoggerFactory.getLogger(Intake.class)
                .error("{} met a fault of the program", Printable.line(document.name()), cause);
        return rejected(document, RejectionReason.INTERNAL_ERROR, "met a fault of the program: " + cause);
    }

    /** Whether a document was attached to a mail that is a file of the inbox: its name alone does not say so. */
    private static boolean isAttachment(Incoming document) {
        if (document.member() == null) {
            return false;
        }
        try (InputStream in = Files.newInputStream(document.file(), LinkOption.NOFOLLOW_LINKS)) {
            return ReportArchive.isMail(in.readNBytes(HEAD));
        } catch (IOException e) {
            return false;
        }
    }

    public static <T> Rejected<T> rejected(Incoming document, RejectionReason reason, String message) {
        Fingerprint fingerprint = document.fingerprint();
        return new Rejected<>(new Rejection(
                document.name(),
                reason,
                message,
                fingerprint == null ? size(document) : Long.valueOf(fingerprint.size()),
                fingerprint == null ? null : fingerprint.sha256()));
    }

    private static @Nullable Long size(Incoming document) {
        try {
            return document.member() == null ? Files.size(document.file()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private UnreadableDocumentException tooLarge(String message, long size) {
        return new UnreadableDocumentException(
                RejectionReason.TOO_LARGE, String.format(Locale.ROOT, message, size, sizes.maxFileBytes()));
    }

    /** An outcome that has no value is one of every type. */
    private static <T> Outcome<T> recast(Outcome<?> outcome) {
        if (outcome instanceof Rejected<?> rejected) {
            return new Rejected<>(rejected.rejection());
        } else if (outcome instanceof Left<?> left) {
            return new Left<>(left.file());
        }
        throw new IllegalArgumentException("has a value: " + outcome);
    }
}
