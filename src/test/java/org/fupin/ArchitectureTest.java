package org.fupin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import jakarta.mail.Authenticator;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The rules of the house: which package may know which. */
@AnalyzeClasses(packages = "org.fupin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "org.fupin.observation..",
        "org.fupin.reference..",
        "org.fupin.reading..",
        "org.fupin.extraction..",
        "org.fupin.audit..",
        "org.fupin.review.."
    };

    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.fupin.cli..")
            .layer("job")
            .definedBy("org.fupin.job..")
            .layer("publish")
            .definedBy("org.fupin.publish..")
            .layer("intake")
            .definedBy("org.fupin.intake..")
            .layer("store")
            .definedBy("org.fupin.store..")
            .layer("settings")
            .definedBy("org.fupin.settings..")
            .layer("report")
            .definedBy("org.fupin.report..")
            .layer("warehouse")
            .definedBy("org.fupin.warehouse..")
            .layer("delivery")
            .definedBy("org.fupin.delivery..")
            .layer("audit")
            .definedBy("org.fupin.audit..")
            .layer("review")
            .definedBy("org.fupin.review..")
            .layer("extraction")
            .definedBy("org.fupin.extraction..")
            .layer("reading")
            .definedBy("org.fupin.reading..")
            .layer("reference")
            .definedBy("org.fupin.reference..")
            .layer("observation")
            .definedBy("org.fupin.observation..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("job")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("job", "cli")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("job", "cli")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("publish", "job", "cli")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("intake", "store", "publish", "job", "cli")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("settings", "publish", "job", "cli")
            .whereLayer("warehouse")
            .mayOnlyBeAccessedByLayers("settings", "intake", "store", "publish", "job", "cli")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("settings", "store", "publish", "job", "cli")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("job", "cli")
            .whereLayer("review")
            .mayOnlyAccessLayers("reference", "observation")
            .whereLayer("extraction")
            .mayOnlyBeAccessedByLayers("intake", "job", "cli")
            .whereLayer("reading")
            .mayOnlyBeAccessedByLayers("intake", "job", "cli")
            .whereLayer("reference")
            .mayOnlyAccessLayers("observation")
            .whereLayer("observation")
            .mayNotAccessAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();

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
    static final ArchRule DELIVERY_READS_SETTINGS_ONLY = noClasses()
            .that()
            .resideInAPackage("org.fupin.delivery..")
            .and()
            .doNotHaveSimpleName("Recipients")
            .and()
            .haveNameNotMatching(".*\\.(RecipientsReader|SmtpSettings\\$Reader)")
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
    static final ArchRule THE_COMMAND_LINE_KNOWS_NO_SPRING = noClasses()
            .that()
            .resideInAPackage("org.fupin.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

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
