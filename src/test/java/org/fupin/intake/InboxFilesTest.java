package org.fupin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fupin.observation.Printable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxFilesTest {

    @TempDir
    private Path folder;

    private Path inbox;
    private Path elsewhere;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        elsewhere = Files.createDirectory(folder.resolve("inbox-of-others"));
        Files.writeString(elsewhere.resolve("far.txt"), "far");
    }

    @Test
    void findsFilesAtAnyDepthInTheOrderOfTheirPaths() throws IOException {
        file("b.txt");
        file("a/z.txt");
        file("a/b/c.html");
        file("B.txt");
        file("云南.txt");

        assertThat(names()).containsExactly("B.txt", "a/b/c.html", "a/z.txt", "b.txt", "云南.txt");
    }

    @Test
    void leavesAloneWhatIsHiddenOrStillOnItsWay() throws IOException {
        file(".gitkeep");
        file(".snapshot/old.txt");
        file("upload.txt.part");
        file("upload.tmp");

        assertThat(names()).isEmpty();
    }

    @Test
    void followsLinksWithinTheInboxAndListsAFolderOnce() throws IOException {
        file(".data/v2/hidden.txt");
        file("a/report.txt");
        link("current", inbox.resolve(".data/v2"));
        link("copy.txt", inbox.resolve("a/report.txt"));
        link("again", inbox.resolve("a"));
        link("a/up", inbox);
        link("a/there", inbox.resolve("b"));
        file("b/other.txt");
        link("b/back", inbox.resolve("a"));

        assertThat(names()).containsExactly("a/report.txt", "b/other.txt", "copy.txt", "current/hidden.txt");
        assertThat(rejections()).isEmpty();
    }

    @Test
    void followsTheInboxItselfWhereItIsALink() throws IOException {
        file("a/report.txt");
        link("b.txt", inbox.resolve("a/report.txt"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inbox);

        assertThat(InboxFiles.under(link)).extracting(InboxFile::name).containsExactly("a/report.txt", "b.txt");
        assertThat(InboxFiles.under(link))
                .extracting(InboxFile::path)
                .containsOnly(inbox.toRealPath().resolve("a/report.txt"));
    }

    @Test
    void rejectsLinksThatLeadOutAndSaysWhereTo() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret\nfile.txt"), "secret");
        link("file.txt", secret);
        link("folder", elsewhere);
        link("beside", Path.of("../inbox-of-others/far.txt"));
        link("chain", inbox.resolve("beside"));
        link("root", Path.of("/"));

        assertThat(InboxFiles.under(inbox))
                .extracting(InboxFile::name, file -> file.rejection().code())
                .containsExactly(
                        tuple("beside", "outside_inbox"),
                        tuple("chain", "outside_inbox"),
                        tuple("file.txt", "outside_inbox"),
                        tuple("folder", "outside_inbox"),
                        tuple("root", "outside_inbox"));
        assertThat(rejections().get(2))
                .hasToString("file.txt: is a link out of the inbox, to "
                        + folder.toRealPath().resolve("secret%0Afile.txt") + " (outside_inbox)");
    }

    @Test
    void rejectsLinksThatLeadNowhere() throws IOException {
        link("gone.txt", elsewhere.resolve("gone.txt"));
        link("self", inbox.resolve("self"));
        link("ping", inbox.resolve("pong"));
        link("pong", inbox.resolve("ping"));

        assertThat(rejections())
                .extracting(Rejection::file, Rejection::code)
                .containsExactly(
                        tuple("gone.txt", "not_found"),
                        tuple("ping", "link_loop"),
                        tuple("pong", "link_loop"),
                        tuple("self", "link_loop"));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void rejectsWhatIsNoFileWithoutOpeningIt() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", inbox.resolve("pipe.txt").toString()).start();
        Assumptions.assumeTrue(mkfifo.waitFor(5, TimeUnit.SECONDS) && mkfifo.exitValue() == 0, "skipped: no mkfifo");
        link("link-to-pipe.txt", inbox.resolve("pipe.txt"));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(inbox.resolve("s")));

            assertThat(InboxFiles.under(inbox))
                    .extracting(InboxFile::rejection)
                    .extracting(Rejection::file, Rejection::code, Rejection::message)
                    .containsExactly(
                            tuple("link-to-pipe.txt", "not_a_file", "is a pipe, not a file"),
                            tuple("pipe.txt", "not_a_file", "is a pipe, not a file"),
                            tuple("s", "not_a_file", "is a socket, not a file"));
        }
        assertThat(InboxFiles.at(Path.of("/dev/null")).rejection())
                .extracting(Rejection::code, Rejection::message)
                .containsExactly("not_a_file", "is a device, not a file");
    }

    @Test
    void saysWhichFolderMayNotBeListed() throws IOException {
        file("closed/report.txt");
        file("open.txt");
        Path closed = inbox.resolve("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(closed), "skipped: this user may read everything");
        try {
            assertThat(rejections())
                    .extracting(Rejection::file, Rejection::code)
                    .containsExactly(tuple("closed", "no_permission"));
            assertThat(names()).containsExactly("closed", "open.txt");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void needsAFolderThatIsThere() {
        assertThatThrownBy(() -> InboxFiles.under(inbox.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words.txt",
                " .txt",
                "-rf.txt",
                "--help",
                "it's \"quoted\".txt",
                "new\nline.txt",
                "tab\tand\u001b[31mred.txt",
                "\u202Etxt.exe",
                "扶贫\uD83D\uDE42.txt",
                "e\u0301.txt",
                "back\\slash.txt",
                "$(touch x);`id`|&*?.txt",
                "100%25.txt",
                "\uFFFD.txt",
                "reports.zip!",
                "CON",
                "a"
            })
    void takesNamesAsTheyAre(String name) throws IOException {
        Files.writeString(inbox.resolve(name), "content");
        Path sub = Files.createDirectory(inbox.resolve("sub"));
        Files.writeString(sub.resolve(name), "content");

        assertThat(names()).containsExactlyInAnyOrder(name, "sub/" + name);
        for (InboxFile file : InboxFiles.under(inbox)) {
            assertThat(Files.readString(file.path())).isEqualTo("content");
            assertThat(Printable.line(file.name())).doesNotContainPattern("\\p{Cntrl}|[\\u202A-\\u202E]");
        }
    }

    @Test
    void takesTheLongestNameThereIs() throws IOException {
        String name = "n".repeat(251) + ".txt";
        Path deep = inbox;
        for (int i = 0; i < 5; i++) {
            deep = Files.createDirectory(deep.resolve("d".repeat(200)));
        }
        Files.writeString(deep.resolve(name), "content");

        assertThat(names()).singleElement().asString().hasSize(5 * 201 + 255).endsWith(name);
    }

    /** Names that Java's text of them cannot tell apart, and cannot open. */
    @Test
    void tellsNamesApartThatAreNoUtf8() throws IOException {
        List<String> raw =
                List.of("%FF.txt", "%FE.txt", "gbk%D6%D0.txt", "%ED%A0%80.txt", "dir%FF/a.txt", "dir%FF/%C0%AF");
        Files.createDirectory(path("dir%FF"));
        for (String name : raw) {
            Files.writeString(path(name), name);
        }

        assertThat(names()).containsExactlyInAnyOrderElementsOf(raw);
        for (InboxFile file : InboxFiles.under(inbox)) {
            assertThat(Files.readString(file.path())).isEqualTo(file.name());
        }
    }

    private Path path(String raw) {
        return Path.of(URI.create(inbox.toUri() + raw));
    }

    private List<String> names() throws IOException {
        return InboxFiles.under(inbox).stream().map(InboxFile::name).toList();
    }

    private List<Rejection> rejections() throws IOException {
        return InboxFiles.under(inbox).stream()
                .map(InboxFile::rejection)
                .filter(rejection -> rejection != null)
                .toList();
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(inbox.resolve(name), target);
    }

    private void file(String path) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }
}
