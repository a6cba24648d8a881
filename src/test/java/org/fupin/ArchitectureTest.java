package org.fupin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.mail.Authenticator;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: which package may know which. */
@AnalyzeClasses(packages = "org.fupin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ALL_ABOVE = "all of the above";

    /** A name of a package in a cell. */
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    private static final String[] PURE = {
        "org.fupin.observation..",
        "org.fupin.reference..",
        "org.fupin.reading..",
        "org.fupin.extraction..",
        "org.fupin.audit..",
        "org.fupin.review..",
        "org.fupin.gold.."
    };

    /** The table of CONTRIBUTING, read as the rule: what a package may use, from below. */
    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = asContributingSays();

    @ArchTest
    static final ArchRule READING_RUNS_ONE_WAY = inOrder(
            "reading", "limits", "text", "table", "zip", "html", "docx", "pdf", "mail", "title", "section", "article");

    @ArchTest
    static final ArchRule AUDIT_RUNS_ONE_WAY =
            inOrder("audit", "figure", "rule", "list", "ratio", "change", "plausibility", "text", "contradiction");

    @ArchTest
    static final ArchRule DELIVERY_RUNS_ONE_WAY = inOrder("delivery", "recipients", "compose", "outbox", "smtp");

    /** Figures are the ground; what is said of documents, findings and editions is said of them. */
    @ArchTest
    static final ArchRule OBSERVATION_RUNS_ONE_WAY = onTopOf("observation", "document", "finding", "edition");

    @ArchTest
    static final ArchRule THE_WAREHOUSE_RUNS_ONE_WAY = inOrder("warehouse", "row", "ledger", "query", "load");

    @ArchTest
    static final ArchRule THE_JOB_RUNS_ONE_WAY =
            inOrder("job", "batch", "broker", "remote", "purge", "run", "reading", "past", "step", "shared");

    @ArchTest
    static final ArchRule NO_PACKAGES_IN_A_CIRCLE =
            slices().matching("org.fupin.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_RENDERERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("org.fupin.report.(excel|pdf|page)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule A_TABLE_KNOWS_NO_REPORT = noClasses()
            .that()
            .resideInAPackage("org.fupin.report.table")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.fupin.report",
                    "org.fupin.report.figure",
                    "org.fupin.report.headline",
                    "org.fupin.report.money",
                    "org.fupin.report.content");

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "java.net..", "org.slf4j..", "picocli..");

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FILE_SYSTEM = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Path")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule THE_DOMAIN_AND_THE_REPORTS_KNOW_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .or()
            .resideInAPackage("org.fupin.report..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now");

    @ArchTest
    static final ArchRule ONLY_DELIVERY_KNOWS_MAIL = noClasses()
            .that()
            .resideOutsideOfPackage("org.fupin.delivery..")
            .and()
            // They take apart mails that lie in the inbox as files.
            .haveNameNotMatching("org\\.fupin\\.reading\\.mail\\.Mail(Parts)?(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "jakarta.activation..");

    @ArchTest
    static final ArchRule ONLY_MAIL_AND_PAGES_ARE_FILLED_TEMPLATES = noClasses()
            .that()
            .resideOutsideOfPackages("org.fupin.delivery..", "org.fupin.report.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.samskivert..");

    @ArchTest
    static final ArchRule ONLY_DELIVERY_TALKS_TO_MAIL_SERVERS = noClasses()
            .that()
            .resideOutsideOfPackage("org.fupin.delivery..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Service.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Authenticator.class)
            .orShould()
            .callMethod(Session.class, "getInstance", Properties.class)
            .orShould()
            .callMethod(Session.class, "getInstance", Properties.class, Authenticator.class);

    @ArchTest
    static final ArchRule DELIVERY_READS_NO_FILES = noClasses()
            .that()
            .resideInAPackage("org.fupin.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.file..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule ONLY_ONE_ADAPTER_KNOWS_SPRING_BATCH = noClasses()
            .that()
            .resideOutsideOfPackage("org.fupin.job.batch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.batch..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackage("org.fupin.job.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.jms..", "org.apache.activemq..", "org.springframework.jms..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_KNOWS_NO_SPRING = noClasses()
            .that()
            .resideInAPackage("org.fupin.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    private static ArchRule asContributingSays() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        List<String> above = new ArrayList<>();
        for (String[] row : rows("| package | may use |")) {
            List<String> packages = names(row[1]);
            List<String> used = row[2].strip().equals(ALL_ABOVE) ? List.copyOf(above) : names(row[2]);
            for (String name : packages) {
                LayeredArchitecture.LayerDependencySpecification rule =
                        layers.layer(name).definedBy("org.fupin." + name + "..").whereLayer(name);
                layers = used.isEmpty()
                        ? rule.mayNotAccessAnyLayer()
                        : rule.mayOnlyAccessLayers(used.toArray(String[]::new));
            }
            above.addAll(packages);
        }
        return layers.ensureAllClassesAreContainedInArchitecture();
    }

    /** A newcomer should see at a glance what a package holds. */
    @Test
    void packagesAreRoomsNotHalls() throws IOException {
        Map<Path, Long> sizes;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/fupin"))) {
            sizes = files.filter(Files::isRegularFile)
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        }
        assertThat(sizes).allSatisfy((room, files) -> assertThat(files).isLessThanOrEqualTo(40));
        long[] bySize =
                sizes.values().stream().mapToLong(Long::longValue).sorted().toArray();
        assertThat(bySize[bySize.length / 2]).as("median").isLessThanOrEqualTo(15);
    }

    /** The rows of a table of CONTRIBUTING, by its header. */
    private static List<String[]> rows(String header) {
        try {
            String text = Files.readString(Path.of("CONTRIBUTING.md"));
            return text.substring(text.indexOf(header))
                    .lines()
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.split("\\|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    /** CONTRIBUTING's table of what belongs where. */
    @Test
    void contributingSaysWhatBelongsInEachPackage() throws IOException {
        Path source = Path.of("src/main/java/org/fupin");
        Set<String> described = new HashSet<>();
        for (String[] row : rows("| package | what belongs here | what does not |")) {
            for (String name : names(row[1])) {
                described.add(name);
                // Subpackages without a row of their own are named in that of their package, or of "extraction."*pass*.
                String prefix = name.endsWith(".") ? name : name + ".";
                names(row[2]).forEach(part -> described.add(prefix + part));
            }
        }
        try (Stream<Path> files = Files.walk(source)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> source.relativize(file.getParent())
                                    .toString()
                                    .replace('/', '.'))
                            .filter(name -> !name.isEmpty()))
                    .isSubsetOf(described);
        }
    }

    /** Each room knows those that are named before it, and those only; the package itself knows all of them. */
    private static ArchRule inOrder(String name, String... rooms) {
        return order(Stream.concat(rooms(name, rooms), Stream.of("org.fupin." + name)));
    }

    /** The same, but all rooms know the package itself, which knows none of them. */
    private static ArchRule onTopOf(String name, String... rooms) {
        return order(Stream.concat(Stream.of("org.fupin." + name), rooms(name, rooms)));
    }

    private static Stream<String> rooms(String name, String... rooms) {
        return Stream.of(rooms).map(room -> "org.fupin." + name + "." + room);
    }

    private static ArchRule order(Stream<String> fromBelow) {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        List<String> below = new ArrayList<>();
        for (String room : fromBelow.toList()) {
            LayeredArchitecture.LayerDependencySpecification rule =
                    order.layer(room).definedBy(room).whereLayer(room);
            order = below.isEmpty()
                    ? rule.mayNotAccessAnyLayer()
                    : rule.mayOnlyAccessLayers(below.toArray(String[]::new));
            below.add(room);
        }
        return order;
    }
}
