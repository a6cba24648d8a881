package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** An auditor's whole round: from the index to a doubtful figure, its correction, the file, the next run, and all that leaves the house. */
class CorrectingIT {

    private static final String REPORT = "reports/2012/CN-GS/CN-GS-2012";

    /** A doubtful headline figure, which is one of another payer once it is corrected. */
    private static final String AMOUNT = "326 million Yuan";

    /** The flag at the figure; notes explain it, too. */
    private static final Pattern FLAGGED = Pattern.compile("326[^\\[\\n]{0,120}\\[c\\]");

    @TempDir
    private Path folder;

    private GreenMail mail;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.start(Files.createDirectory(folder.resolve("browser")));
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        Files.createDirectory(folder.resolve("corrections"));
        Files.copy(
                Path.of("jobs/sample/inbox/gansu-2012.txt"),
                Files.createDirectory(folder.resolve("inbox")).resolve("gansu-2012.txt"));
        Files.writeString(job(), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                quiet: 0
                corrections: corrections
                recipients: recipients.yml
                """);
        Files.writeString(folder.resolve("recipients.yml"), """
                sender:
                  from: Statistics <reports@statistics.example>
                owner: [operator@statistics.example]
                contact: help@statistics.example
                offices:
                  - id: gansu
                    name: Gansu office
                    to: [gansu@office.example]
                    areas: [CN-GS]
                    formats: [xlsx, pdf, html]
                """);
    }

    @AfterEach
    void stop() {
        if (mail != null) {
            mail.stop();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aCorrectionMadeOnThePageReachesEveryReportUntilItIsWithdrawn() throws Exception {
        run();
        for (String report : reports()) {
            assertThat(report).doesNotContainPattern(FLAGGED);
        }
        assertThat(fupin("export", "corrections", "--job", job())).isEmpty();

        openThePageFromTheIndex();
        Path file = correctTheDoubtfulAmount();
        assertThat(Files.readAllLines(file)).as("one field of one figure").hasSize(2);
        Path taken = Files.move(file, folder.resolve("corrections").resolve(file.getFileName()));
        assertThat(fupin("validate", job())).contains("corrections");
        run();

        for (String report : reports()) {
            assertThat(report).containsPattern(FLAGGED);
        }
        assertThat(fupin("export", "observations", "--job", job())
                        .lines()
                        .filter(line -> line.contains("\"326000000\"")
                                && line.contains("\"corrected\"")
                                && line.contains("\"enterprise\"")))
                .hasSize(1);
        assertThat(fupin("export", "corrections", "--job", job())).contains("Wang Fang", "the annex says so");
        assertThat(correctedOnThePage()).containsExactly("326 million yuan");

        Files.delete(taken);
        run();
        for (String report : reports()) {
            assertThat(report).doesNotContainPattern(FLAGGED);
        }
        assertThat(correctedOnThePage()).isEmpty();
        assertThat(fupin("export", "corrections", "--job", job())).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void openThePageFromTheIndex() {
        browser.open(folder.resolve("reports/index.html"), "");
        assertThat(browser.violations()).isEmpty();
        browser.type("/", "nowhere");
        assertThat(browser.text("#matches")).startsWith("0 of ");
        browser.find("#query").clear();
        browser.find("#query").sendKeys("gansu 2012");
        assertThat(browser.text("#matches")).isEqualTo("1 of 1 report");
        assertThat(browser.violations()).isEmpty();
        browser.type(Keys.ENTER);
        assertThat(browser.address()).endsWith(REPORT + ".html");
    }

    /** @return the file that the page saves */
    private Path correctTheDoubtfulAmount() {
        browser.type("n");
        for (int left = browser.findAll(".fig.doubt").size();
                left > 0 && !browser.text("#detail h2").equals(AMOUNT);
                left--) {
            browser.type("n");
        }
        browser.type("e");
        new Select(browser.find("#f-source")).selectByValue("enterprise");
        browser.find("#f-reason").sendKeys("the annex says so");
        browser.type(Keys.ENTER);
        browser.type("s");
        WebElement name = browser.find("#by");
        name.clear();
        name.sendKeys("Wang Fang");
        browser.find("#saving").findElement(By.cssSelector("button.main")).click();
        return browser.downloaded("corrections-CN-GS-2012-wang-fang.csv");
    }

    private List<String> correctedOnThePage() {
        browser.open(folder.resolve(REPORT + ".html"), "");
        return browser.findAll("a.fig.corrected").stream()
                .map(WebElement::getText)
                .toList();
    }

    /** The texts of workbook, PDF and the newest message to the office. */
    private List<String> reports() throws Exception {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(folder.resolve(REPORT + ".xlsx")));
                XSSFExcelExtractor text = new XSSFExcelExtractor(workbook)) {
            texts.add(text.getText());
        }
        try (PDDocument pdf = Loader.loadPDF(folder.resolve(REPORT + ".pdf").toFile())) {
            texts.add(new PDFTextStripper().getText(pdf));
        }
        List<MimeMessage> toTheOffice = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().contains("gansu@office.example")) {
                toTheOffice.add(message);
            }
        }
        texts.add(text(toTheOffice.get(toTheOffice.size() - 1)));
        return texts;
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart body = parts.getBodyPart(i);
                text.append(body.getFileName() == null ? text(body) : "");
            }
            return text.toString();
        }
        return part.isMimeType("text/*") ? part.getContent().toString() : "";
    }

    private void run() {
        fupin("run", job());
    }

    private Path job() {
        return folder.resolve("monthly.yml");
    }

    private String fupin(Object... arguments) {
        Outcome ended = Outcome.of(
                Map.of(
                        "FUPIN_SMTP_HOST",
                        "127.0.0.1",
                        "FUPIN_SMTP_PORT",
                        Integer.toString(mail.getSmtp().getPort()),
                        "FUPIN_SMTP_TLS",
                        "none"),
                arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }
}
