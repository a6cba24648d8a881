package org.fupin.report.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.content.ProvinceYearTables;
import org.fupin.report.page.ReadReports;

/**
 * What workbooks of provinces and years cost, compared with SXSSF writing the same cells with the same styles, but without
 * tables, charts and named styles: {@code mvn -q -Pbench test -Dbench.main=org.fupin.report.excel.WorkbookBenchmark}. Thread CPU,
 * not wall time; both ways in each turn, all reports of the corpus (where it lies beside the checkout, else of the sample).
 *
 * <p>Argument: how many turns (30); the first third only warms up.
 */
public final class WorkbookBenchmark {

    private static final Path CORPUS = Path.of("../shared/corpus");

    private WorkbookBenchmark() {}

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] args) throws IOException {
        // Another library of the tests brings a processor that is found anew for every part of a workbook, at three times the cost.
        System.setProperty(
                "javax.xml.transform.TransformerFactory",
                "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        Path folder = Files.isDirectory(CORPUS) ? CORPUS : ReadReports.SAMPLE;
        Collection<ProvinceYearReport> reports = ReadReports.of(folder).values();
        ProvinceYearWorkbook writer = new ProvinceYearWorkbook();
        List<PlainWorkbook> plain = new ArrayList<>();
        long size = 0;
        for (ProvinceYearReport report : reports) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(report, Publisher.UNKNOWN, out);
            plain.add(new PlainWorkbook(out.toByteArray()));
            size += out.size();
        }
        double[] whole = new double[turns];
        double[] tables = new double[turns];
        double[] others = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            others[turn] = cpu(() -> {
                for (PlainWorkbook workbook : plain) {
                    workbook.write(new ByteArrayOutputStream());
                }
            });
            whole[turn] = cpu(() -> {
                for (ProvinceYearReport report : reports) {
                    writer.write(report, Publisher.UNKNOWN, new ByteArrayOutputStream());
                }
            });
            tables[turn] = cpu(() -> reports.forEach(ProvinceYearTables::of));
        }
        int from = turns / 3;
        double[] ratios = new double[turns];
        Arrays.setAll(ratios, turn -> whole[turn] / others[turn]);
        double[] warm = Arrays.copyOfRange(ratios, from, turns);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%n%d workbooks of %s, %,d cells, %,d bytes; %d turns, Java %s%n"
                        + "a workbook: %.1f ms of CPU, of which its tables %.1f; SXSSF, the same cells: %.1f%n"
                        + "ratio: median %.2f (%.2f - %.2f); in the first turn %.2f%n",
                plain.size(),
                folder,
                plain.stream().mapToInt(PlainWorkbook::cells).sum(),
                size,
                turns,
                Runtime.version(),
                median(whole, from) / plain.size(),
                median(tables, from) / plain.size(),
                median(others, from) / plain.size(),
                warm[warm.length / 2],
                warm[0],
                warm[warm.length - 1],
                ratios[0]);
    }

    /** Milliseconds. */
    private static double cpu(Work work) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static double median(double[] times, int from) {
        double[] sorted = Arrays.copyOfRange(times, from, times.length);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
