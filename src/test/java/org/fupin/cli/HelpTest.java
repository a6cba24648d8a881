package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fupin.cli.output.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class HelpTest {

    @Test
    void listsTheCommandsAndTheExitCodes() {
        Outcome help = Outcome.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains(
                        "run ",
                        "check ",
                        "explain ",
                        "export ",
                        "status ",
                        "history ",
                        "migrate ",
                        "purge ",
                        "validate ");
        for (ExitCode code : ExitCode.values()) {
            assertThat(help.out()).contains("  " + code.number() + "   " + code.meaning());
        }
    }

    /** The library breaks lines; what is broken before is broken twice on a terminal of 80 columns. */
    @Test
    void paragraphsAreSingleStringsAndExamplesFitATerminal() {
        for (CommandLine command : Fupin.commandLine(Map.of()).getSubcommands().values()) {
            UsageMessageSpec help = command.getCommandSpec().usageMessage();
            assertThat(help.description())
                    .as(command.getCommandName())
                    .isNotEmpty()
                    .allMatch(it -> it.endsWith("."));
            assertThat(help.footer()).as(command.getCommandName()).isNotEmpty().allMatch(it -> it.length() <= 80);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "check",
                "explain",
                "export",
                "status",
                "history",
                "outbox",
                "send",
                "migrate",
                "purge",
                "validate",
                "work"
            })
    void explainsEachCommandWithAnExampleAndTheExitCodes(String command) {
        Outcome help = Outcome.of(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: fupin " + command, "  fupin " + command + " ", "database not reachable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    frobnicate                          | Unmatched argument at index 0: 'frobnicate'
                    run                                 | Missing required parameter: 'JOB.yml'
                    run a.yml --fast                    | Unknown option: '--fast'
                    run none.yml                        | none.yml: there is no such file
                    validate none.yml                   | none.yml: there is no such file
                    check                               | Missing required parameter: 'FILE'
                    explain a.txt                       | Missing required option: '--at=OFFSET'
                    explain a.txt --at here             | Invalid value for option '--at': 'here' is not an int
                    export figures --database a         | 'figures' cannot be exported: expected one of observations, findings
                    export findings                     | Missing required argument
                    export findings --database a --format xml | expected one of [JSONL, CSV]
                    export findings --database a --job b | mutually exclusive
                    status --database jdbc:oracle:thin:x | invalid database 'jdbc:oracle:thin:x': expected
                    status --database a --runs 0        | --runs: expected at least 1
                    purge --job a.yml                   | Missing required option: '--older-than=AGE'
                    purge --older-than 2y               | Missing required option: '--job=JOB.yml'
                    purge --older-than 2 --job a.yml    | --older-than: invalid age '2': expected 90d, 12w, 18m, 2y or P1Y6M
                    history --database a --limit 0      | --limit: expected at least 1
                    history --database a --job-name     | Missing required parameter for option '--job-name' (NAME)
                    """)
    void saysWhatIsWrongWithACommand(String arguments, String message) {
        Outcome outcome = Outcome.of((Object[]) arguments.split(" ", -1));

        assertThat(outcome.err()).contains(message).startsWith("fupin: ").doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void asksWhichCommandWhereNoneIsGiven() {
        assertThat(Outcome.of())
                .isEqualTo(new Outcome(
                        ExitCode.USAGE.number(), "", "fupin: which command?%nTry 'fupin --help'.%n".formatted()));
    }

    @Test
    void tellsItsVersion() {
        assertThat(Outcome.of("--version").out()).matches("fupin \\d+\\.\\d+\\.\\d+ \\(Java .+\\)\\R");
    }
}
