package org.fupin.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.YearSummary;
import org.fupin.report.page.ReadReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens workbooks in a spreadsheet program that people use. */
class LibreOfficeTest {

    /** Has it compute all formulas when it opens a file, whoever wrote that. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
              <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
                <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
              </item>
            </oor:items>
            """;

    private static final int MINUTES = 5;

    @TempDir
    Path folder;

    /** The values in the file that it gets are wrong, so that what it saves can only be what it computed. */
    @Test
    void recalculatesToTheValuesThatAreStored() throws Exception {
        String program = program();
        assumeTrue(program != null, "skipped: LibreOffice (soffice) is not on the PATH");
        Map<String, byte[]> workbooks = workbooks();
        Path given = Files.createDirectory(folder.resolve("given"));
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Files.write(given.resolve(workbook.getKey() + ".xlsx"), withoutValues(workbook.getValue()));
        }
        Path saved = convert(program, given);

        int formulas = 0;
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Map<String, Double> stored = values(workbook.getValue());
            Map<String, Double> computed = values(Files.readAllBytes(saved.resolve(workbook.getKey() + ".xlsx")));
            assertThat(computed.keySet()).as(workbook.getKey()).isEqualTo(stored.keySet());
            stored.forEach((cell, value) -> assertThat(computed.get(cell))
                    .as("%s %s", workbook.getKey(), cell)
                    .isCloseTo(value, within(Math.max(1e-6, Math.abs(value) * 1e-9))));
            formulas += stored.size();
        }
        assertThat(formulas).isGreaterThan(300);
    }

    private static Map<String, byte[]> workbooks() {
        Map<String, byte[]> workbooks = new TreeMap<>();
        ReadReports.of(ReadReports.SAMPLE).forEach((name, report) -> workbooks.put(name, Workbooks.write(report)));
        workbooks.put(
                "years",
                Workbooks.write(
                        MarkedReport.qinghai2013().provinceYear(),
                        MarkedReport.qinghai2012().provinceYear()));
        workbooks.put(
                "summary",
                Workbooks.write(YearSummary.of(
                        2013,
                        List.of(
                                MarkedReport.qinghai2013().provinceYear(),
                                MarkedReport.shaanxi2013().provinceYear()),
                        Regions.load())));
        return workbooks;
    }

    private static String program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> Path.of(path, "soffice"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    private Path convert(String program, Path given) throws IOException, InterruptedException {
        Path profile = folder.resolve("profile");
        Files.writeString(
                Files.createDirectories(profile.resolve("user")).resolve("registrymodifications.xcu"), SETTINGS);
        Path saved = Files.createDirectory(folder.resolve("saved"));
        List<String> command = new ArrayList<>(List.of(
                program,
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                saved.toString()));
        try (Stream<Path> files = Files.list(given)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(() -> read(log)).isTrue();
        return saved;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static byte[] withoutValues(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = from.readAllBytes();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    String xml = new String(part, StandardCharsets.UTF_8);
                    part = xml.replaceAll("</f><v>[^<]*</v>", "</f><v>-4711</v>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                to.write(part);
            }
        }
        return out.toByteArray();
    }

    /** The values of all formulas, by sheet and cell. */
    private static Map<String, Double> values(byte[] bytes) throws IOException {
        Map<String, Double> values = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> sheet.forEach(row -> {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(cell.getCachedFormulaResultType())
                                .as("%s %s", sheet.getSheetName(), cell.getAddress())
                                .isEqualTo(CellType.NUMERIC);
                        values.put(sheet.getSheetName() + " " + cell.getAddress(), cell.getNumericCellValue());
                    }
                }
            }));
        }
        return values;
    }
}
