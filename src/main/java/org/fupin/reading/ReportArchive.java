package org.fupin.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.fupin.reading.limits.ReadingLimits;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.mail.Mail;
import org.fupin.reading.zip.MemberName;
import org.fupin.reading.zip.ZipContainer;
import org.fupin.reading.zip.ZipKind;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP file of reports or a mail with some attached, in memory. The members of a ZIP file are its files and, as {@code
 * b.zip!/c.txt}, those of the archives in it; folders, hidden files and what macOS adds are none. The members of a mail are
 * its attachments; its own text is no member, but may be a report ({@link Visitor#mail}). Members are expanded one at a
 * time, and nothing is ever written.
 *
 * <p>Paths are made from the names in the archive: decoded, with {@code /} between folders, without what leads out of the
 * archive; they are for showing and for {@link #member}, and the same for the same bytes, but no paths of any file system. The
 * path of a member from outside is the archive's own path, {@link #SEPARATOR} and the member's path.
 *
 * <p>The caller reads the archive's bytes, and sees before that they are not more than {@link
 * ReadingLimits#maxFileBytes}. An archive is for one thread at a time.
 */
public final class ReportArchive {

    /** What stands between the path of an archive and that of a member: {@code a.zip!/b.zip!/c.txt}. */
    public static final String SEPARATOR = "!/";

    /** Longest path of a member, so that it can be stored with its archive's. */
    private static final int MAX_PATH = 300;

    /** A member: its bytes, expanded or decoded, and when it was last changed, where the archive tells. */
    private record Member(Source source, Optional<Instant> changed) {}

    @FunctionalInterface
    private interface Source {
        byte[] read() throws UnreadableDocumentException;
    }

    private final ReadingLimits limits;
    /** What the members come to at most when they are expanded. */
    private final long expandedBytes;
    /** The archive itself, where it is a mail. */
    private final byte @Nullable [] mail;

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, UnreadableDocumentException> refused = new LinkedHashMap<>();

    private ReportArchive(ReadingLimits limits, long expandedBytes, byte @Nullable [] mail) {
        this.limits = limits;
        this.expandedBytes = expandedBytes;
        this.mail = mail;
    }

    /**
     * What is done with the members of an archive, in the order of the archive.
     *
     * @param <X> what doing it may throw; it ends the visit
     */
    public interface Visitor<X extends Exception> {

        /**
         * Called for each file that can be expanded, whatever it is.
         *
         * @param path unique within the archive
         * @param content the file's bytes; a visitor that keeps them for all members holds the expanded archive in memory
         */
        void member(String path, byte[] content) throws X;

        /**
         * The same for a file of which the archive tells when it was last changed. Archives that tell it without a time zone
         * mean the one of the machine that made them; the one of this machine is taken.
         */
        default void member(String path, byte[] content, Instant changed) throws X {
            member(path, content);
        }

        /** Called for each file, or archive in the archive, that cannot be. */
        void refused(String path, UnreadableDocumentException why) throws X;

        /**
         * Called for each mail with attachments, before these: its text may be a report, or only the letter that they came
         * with. Does nothing unless a visitor wants to know.
         *
         * @param path as for a member; empty for the archive itself
         * @param content the mail's bytes
         */
        default void mail(String path, byte[] content) throws X {}
    }

    /**
     * Whether a file is an archive whose members are to be read, rather than one document: a ZIP file that is none of the
     * formats packed as one (DOCX, XLSX, OpenDocument, EPUB), or a mail with attachments. By its content; it may still turn
     * out to be damaged.
     */
    public static boolean isArchive(byte[] content) {
        return ZipKind.of(content) == ZipKind.ARCHIVE || hasAttachments(content);
    }

    /** Whether a file is a mail, by its beginning; with attachments or without. */
    public static boolean isMail(byte[] beginning) {
        return Mail.is(beginning);
    }

    private static boolean hasAttachments(byte[] content) {
        try {
            return Mail.is(content)
                    && !Mail.of(content, ReadingLimits.defaults()).attachments().isEmpty();
        } catch (UnreadableDocumentException e) {
            // Said again to who reads it as a document.
            return false;
        }
    }

    /**
     * Opens an archive: reads its directory, expands nothing.
     *
     * @param content for which {@link #isArchive} is true
     * @throws UnreadableDocumentException if the archive as a whole is damaged, or has more members than {@code limits}
     *     allow or ones that expand to more
     */
    public static ReportArchive of(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        return of(content, limits, new Budget(limits));
    }

    private static ReportArchive of(byte[] content, ReadingLimits limits, Budget budget)
            throws UnreadableDocumentException {
        limits.checkFile(content.length);
        ReportArchive archive = Mail.is(content) ? ofMail(content, limits) : ofZip(content, limits);
        budget.take(archive);
        return archive;
    }

    private static ReportArchive ofMail(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        // Decoding makes nothing longer.
        ReportArchive archive = new ReportArchive(limits, content.length, content);
        Mail.of(content, limits)
                .attachments()
                .forEach((name, attachment) ->
                        archive.members.put(name, new Member(attachment::read, Optional.empty())));
        return archive;
    }

    private static ReportArchive ofZip(byte[] content, ReadingLimits limits) throws UnreadableDocumentException {
        ZipContainer zip = ZipContainer.of(content, limits);
        ReportArchive archive = new ReportArchive(limits, zip.expandedBytes(), null);
        archive.list(zip);
        return archive;
    }

    /**
     * Visits all members, those of archives in the archive in their place. Each is expanded, handed over and forgotten. A
     * member that is refused does not keep the others from being visited.
     */
    public <X extends Exception> void forEach(Visitor<X> visitor) throws X {
        Budget budget = new Budget(limits);
        budget.bytes -= expandedBytes;
        budget.members -= members.size() + refused.size();
        visit("", 1, budget, visitor);
    }

    /**
     * The bytes of one member.
     *
     * @param path as a visitor gets it
     * @throws UnreadableDocumentException if it is one of the refused, or an archive on the way to it is
     * @throws NoSuchElementException if there is no such member
     */
    public byte[] member(String path) throws UnreadableDocumentException {
        return member(path, 1);
    }

    private byte[] member(String path, int depth) throws UnreadableDocumentException {
        UnreadableDocumentException why = refused.get(path);
        if (why != null) {
            throw why;
        }
        Member member = members.get(path);
        if (member != null) {
            return member.source().read();
        }
        int end = path.indexOf(SEPARATOR);
        Member inner = end < 0 ? null : members.get(path.substring(0, end));
        if (inner == null) {
            throw new NoSuchElementException("no member " + path);
        }
        checkNesting(depth + 1);
        return of(inner.source().read(), limits, new Budget(limits))
                .member(path.substring(end + SEPARATOR.length()), depth + 1);
    }

    private <X extends Exception> void visit(String prefix, int depth, Budget budget, Visitor<X> visitor) throws X {
        if (mail != null) {
            String path = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - SEPARATOR.length());
            visitor.mail(path, mail);
        }
        for (Map.Entry<String, UnreadableDocumentException> entry : refused.entrySet()) {
            visitor.refused(prefix + entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, Member> member : members.entrySet()) {
            String path = prefix + member.getKey();
            byte[] content;
            ReportArchive inner;
            try {
                content = member.getValue().source().read();
                inner = isArchive(content) ? inner(content, depth + 1, budget) : null;
            } catch (UnreadableDocumentException e) {
                visitor.refused(path, e);
                continue;
            }
            if (inner == null) {
                Optional<Instant> changed = member.getValue().changed();
                if (changed.isPresent()) {
                    visitor.member(path, content, changed.get());
                } else {
                    visitor.member(path, content);
                }
            } else {
                inner.visit(path + SEPARATOR, depth + 1, budget, visitor);
            }
        }
    }

    private ReportArchive inner(byte[] content, int depth, Budget budget) throws UnreadableDocumentException {
        checkNesting(depth);
        return of(content, limits, budget);
    }

    private void checkNesting(int depth) throws UnreadableDocumentException {
        if (depth > limits.maxNesting()) {
            throw new UnreadableDocumentException(
                    RejectionReason.NESTED,
                    "it is level " + depth + " of nested archives, of which " + limits.maxNesting()
                            + " are opened: unpack it");
        }
    }

    private void list(ZipContainer zip) {
        Map<String, Integer> seen = new HashMap<>();
        for (ZipArchiveEntry entry : zip.entries()) {
            String path = MemberName.of(entry);
            if (entry.isDirectory() || path.isEmpty() || MemberName.isHidden(path)) {
                continue;
            }
            boolean tooLong = path.length() > MAX_PATH;
            String name = tooLong ? path.substring(0, MAX_PATH) : path;
            int times = seen.merge(name, 1, Integer::sum);
            String unique = times == 1 ? name : name + " (" + times + ")";
            if (tooLong) {
                refuse(
                        unique,
                        RejectionReason.TOO_LARGE,
                        "its name has " + path.length() + " characters, more than the " + MAX_PATH
                                + " that one may have");
            } else if (times > 1) {
                refuse(unique, RejectionReason.DUPLICATE, "the archive has more than one member of this name");
            } else if (entry.isUnixSymlink()) {
                refuse(unique, RejectionReason.LINK, "it is a link, which is not followed: pack the file itself");
            } else {
                members.put(unique, new Member(() -> zip.read(entry), ZipContainer.changed(entry)));
            }
        }
    }

    private void refuse(String path, RejectionReason reason, String message) {
        refused.put(path, new UnreadableDocumentException(reason, message));
    }

    /** What is left of the limits for an archive and all archives in it. */
    private static final class Budget {

        private final ReadingLimits limits;
        private long bytes;
        private long members;

        Budget(ReadingLimits limits) {
            this.limits = limits;
            this.bytes = limits.maxExpandedBytes();
            this.members = limits.maxMembers();
        }

        void take(ReportArchive archive) throws UnreadableDocumentException {
            long expanded = archive.expandedBytes;
            int listed = archive.members.size() + archive.refused.size();
            if (listed > members) {
                throw ReadingLimits.tooLarge(
                        "it has %,d members, %,d more than are left of the %,d that an archive may have with all in it",
                        listed, listed - members, limits.maxMembers());
            }
            if (expanded > bytes) {
                throw ReadingLimits.tooLarge(
                        "its members expand to %,d bytes, %,d more than are left of the %,d that an archive may have with"
                                + " all in it",
                        expanded, expanded - bytes, limits.maxExpandedBytes());
            }
            members -= listed;
            bytes -= expanded;
        }
    }
}
