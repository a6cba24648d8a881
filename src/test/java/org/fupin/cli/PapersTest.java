package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** README, CONTRIBUTING, the handbook and the operators' examples: their links lead somewhere, and their commands exist. */
class PapersTest {

    private static final Path HANDBOOK = Path.of("src/site/markdown");

    private static final Map<String, CommandLine> COMMANDS =
            Fupin.commandLine(Map.of()).getSubcommands();

    private static final int MOST_BYTES = 6_000;

    /** Languages of blocks in which the program's name begins a command. */
    private static final Set<String> COMMANDS_OR_OUTPUT = Set.of("sh", "text");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\\n]+`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^()\\s]+)\\)|<img\\s+src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    /** A call of the program, up to a comment, a redirection or the next command; not the user of that name before it. */
    private static final Pattern CALL =
            Pattern.compile("(?<![\\w.=-])fupin +(?!fupin\\b)([a-z][a-z-]*)(?![\\w./-])((?: +[^#|<>;&\\n`]*)?)");

    private static final Pattern COMMENT = Pattern.compile("(?m)^# .*$");
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)(--[a-z][a-z-]*)");

    private static Stream<Path> papers() throws IOException {
        try (Stream<Path> pages = Files.list(HANDBOOK)) {
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGES.md", "jobs/README.md")
                            .map(Path::of),
                    pages.sorted().toList().stream());
        }
    }

    private static Stream<Path> examples() {
        return Stream.of(
                        "crontab.example",
                        "operator/fupin",
                        "systemd/fupin.service",
                        "systemd/fupin-send.service",
                        "systemd/fupin-worker.service",
                        "sample.yml",
                        "mysql/users.sql")
                .map(Path.of("jobs")::resolve);
    }

    @Test
    void theReadmeIsShortAndKeepsTheCommandThatTests() throws IOException {
        assertThat(Files.size(Path.of("README.md"))).isLessThanOrEqualTo(MOST_BYTES);
        String test = "mvn -B verify";
        assertThat(Path.of("README.md")).content().contains("jobs/fupin run jobs/sample.yml", test);
        assertThat(Path.of(".ci/run")).content().contains(test);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyLinkLeadsToAFileAndAHeading(Path paper) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : links(paper)) {
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(paper, link)) {
                broken.add(link);
            }
        }

        assertThat(broken).isEmpty();
    }

    /** It is copied to where the program is installed, without what is beside it here. */
    @Test
    void theHandbookIsWholeInItself() throws IOException {
        Set<Path> pages = new HashSet<>();
        for (Path paper : papers().filter(path -> path.startsWith(HANDBOOK)).toList()) {
            pages.add(paper);
            assertThat(links(paper)).as(paper.toString()).noneMatch(link -> link.startsWith("../"));
        }
        Path index = HANDBOOK.resolve("index.md");
        pages.remove(index);

        assertThat(links(index).stream().map(HANDBOOK::resolve)).containsAll(pages);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyCommandAndOptionExists(Path paper) throws IOException {
        String text = Files.readString(paper);
        Stream<String> code = Stream.concat(
                matches(FENCE, text).map(fence -> fence.group(2)),
                matches(CODE_SPAN, FENCE.matcher(text).replaceAll("")).map(MatchResult::group));

        assertThat(code.flatMap(PapersTest::unknown)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyCommandAndOptionOfAnExampleExists(Path example) throws IOException {
        String text = COMMENT.matcher(Files.readString(example)).replaceAll("");

        assertThat(unknown(text)).isEmpty();
    }

    /** Those in blocks of commands are there to be copied, so they are whole: nothing that is required is missing. */
    @ParameterizedTest
    @MethodSource("papers")
    void everyCommandInABlockCanBeGiven(Path paper) throws IOException {
        List<String> wrong = new ArrayList<>();
        matches(FENCE, Files.readString(paper))
                .filter(fence -> COMMANDS_OR_OUTPUT.contains(fence.group(1)))
                .flatMap(fence -> matches(CALL, fence.group(2)))
                .forEach(call -> {
                    String given = (call.group(1) + call.group(2)).strip();
                    try {
                        Fupin.commandLine(Map.of()).parseArgs(given.split(" +"));
                    } catch (ParameterException e) {
                        wrong.add(given + ": " + e.getMessage());
                    }
                });

        assertThat(wrong).isEmpty();
    }

    /** The commands in a stretch of code that the program does not have, and the options that they do not have. */
    private static Stream<String> unknown(String code) {
        return matches(CALL, code).flatMap(call -> {
            CommandLine command = COMMANDS.get(call.group(1));
            if (command == null) {
                return Stream.of("fupin " + call.group(1));
            }
            Set<String> known = command.getCommandSpec().optionsMap().keySet();
            return matches(OPTION, call.group(2))
                    .map(option -> option.group(1))
                    .filter(option -> !known.contains(option))
                    .map(option -> "fupin " + call.group(1) + " " + option);
        });
    }

    private static List<String> links(Path paper) throws IOException {
        String text = withoutCode(Files.readString(paper));
        return matches(LINK, text)
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .toList();
    }

    private static boolean leadsSomewhere(Path paper, String link) throws IOException {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? paper : paper.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    /** The anchors of a page's headings, as GitHub makes them: letters, digits and hyphens, numbered where they repeat. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        String text = FENCE.matcher(Files.readString(page)).replaceAll("");
        matches(HEADING, text).forEach(heading -> {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int repeated = 1;
            String free = anchor;
            while (!anchors.add(free)) {
                free = anchor + "-" + repeated++;
            }
        });
        return anchors;
    }

    private static String withoutCode(String text) {
        return CODE_SPAN.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("code");
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().toList().stream();
    }
}
