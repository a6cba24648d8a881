package org.fupin.bench;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compares two versions of the program in one process: each reads the corpus, extracts its figures and audits them, in turns, so
 * that what else the machine does meets both alike. Counts the CPU time of the one thread that works, not the clock, and the
 * bytes that it allocates. Usage: {@code OLD-CLASSES NEW-CLASSES [TURNS [CPU-SECONDS-TO-WARM-UP]]}, the folders of compiled classes.
 */
public final class SideBySide {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final double MB = 1e6;
    private static final double SECOND = 1e9;

    /** Least CPU time of one measurement. */
    private static final double LEAST_SECONDS = 1;

    /** Some work on the whole corpus. */
    private interface Work {
        Object run() throws ReflectiveOperationException;
    }

    /** @param seconds CPU time for the corpus once */
    private record Cost(double seconds, double bytes) {}

    /** What the last work gave, so that it is not optimised away. */
    private static volatile Object result = "";

    private SideBySide() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        if (args.length < 2) {
            throw new IllegalArgumentException("expected OLD-CLASSES NEW-CLASSES [TURNS [CPU-SECONDS-TO-WARM-UP]]");
        }
        int turns = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        double warmUp = args.length > 3 ? Double.parseDouble(args[3]) : 10;
        List<byte[]> files = files();
        double size = files.stream().mapToLong(file -> file.length).sum() / MB;
        Map<String, Work> old = version(Path.of(args[0]), files);
        Map<String, Work> present = version(Path.of(args[1]), files);
        System.out.printf(Locale.ROOT, "%d files, %.2f MB, Java %s%n", files.size(), size, Runtime.version());
        for (String work : old.keySet()) {
            compare(work, old.get(work), present.get(work), turns, warmUp, size, System.out);
        }
    }

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(BenchmarkText.corpus())) {
            for (Path file : all.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** What a version does, by name. */
    private static Map<String, Work> version(Path classes, List<byte[]> files)
            throws ReflectiveOperationException, MalformedURLException {
        ClassLoader loader = loader(classes);
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> document = loader.loadClass("org.fupin.observation.document.SourceDocument");
        Class<?> extracted = loader.loadClass("org.fupin.observation.document.ExtractedDocument");
        Object reader = made(loader, "org.fupin.reading.DocumentReader");
        Object extractor = made(loader, "org.fupin.extraction.Extractor");
        Object auditor = made(loader, "org.fupin.audit.Auditor");
        Method read = reader.getClass().getMethod("read", String.class, byte[].class);
        Method extract = extractor.getClass().getMethod("extract", document);
        Method articles = extracted.getMethod("articles");
        Method audit = auditor.getClass().getMethod("audit", List.class);
        List<Object> documents = new ArrayList<>();
        List<Object> reports = new ArrayList<>();
        for (byte[] file : files) {
            documents.add(read.invoke(reader, "corpus.txt", file));
            reports.add(articles.invoke(extract.invoke(extractor, documents.get(documents.size() - 1))));
        }
        Map<String, Work> version = new LinkedHashMap<>();
        version.put("reading", () -> each(files, file -> read.invoke(reader, "corpus.txt", file)));
        version.put("extraction", () -> each(documents, text -> extract.invoke(extractor, text)));
        version.put("audit", () -> each(reports, report -> audit.invoke(auditor, report)));
        return version;
    }

    /** A step of the work on one file. */
    private interface Step<T> {
        Object of(T file) throws ReflectiveOperationException;
    }

    private static <T> Object each(List<T> files, Step<T> step) throws ReflectiveOperationException {
        Object last = files;
        for (T file : files) {
            last = step.of(file);
        }
        return last;
    }

    private static Object made(ClassLoader loader, String type) throws ReflectiveOperationException {
        return loader.loadClass(type).getMethod("create").invoke(null);
    }

    /** Loads the classes of the folder, and what they need from the JARs of this process. */
    private static ClassLoader loader(Path classes) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void compare(
            String name, Work old, Work present, int turns, double warmUp, double size, PrintStream out)
            throws ReflectiveOperationException {
        int times = (int) Math.max(1, LEAST_SECONDS / Math.max(warmUp(old, warmUp), warmUp(present, warmUp)));
        double[] ratios = new double[turns];
        Cost[] before = new Cost[turns];
        Cost[] after = new Cost[turns];
        for (int turn = 0; turn < turns; turn++) {
            boolean first = turn % 2 == 0;
            Cost one = cost(first ? old : present, times);
            Cost other = cost(first ? present : old, times);
            before[turn] = first ? one : other;
            after[turn] = first ? other : one;
            ratios[turn] = before[turn].seconds() / after[turn].seconds();
        }
        Arrays.sort(ratios);
        out.printf(
                Locale.ROOT,
                "%-11s MB a CPU second: %6.2f, now %6.2f; ratio %.2f (%.2f - %.2f); MB allocated per MB: %6.1f, now %6.1f%n",
                name,
                size / median(before),
                size / median(after),
                ratios[turns / 2],
                ratios[0],
                ratios[turns - 1],
                before[0].bytes() / MB / size,
                after[0].bytes() / MB / size);
    }

    private static double median(Cost[] costs) {
        double[] seconds = Arrays.stream(costs).mapToDouble(Cost::seconds).sorted().toArray();
        return seconds[seconds.length / 2];
    }

    /** Works until so many seconds of CPU are used; the seconds that the last time took. */
    private static double warmUp(Work work, double seconds) throws ReflectiveOperationException {
        double used = 0;
        double last = LEAST_SECONDS;
        while (used < seconds) {
            last = cost(work, 1).seconds();
            used += last;
        }
        return last;
    }

    private static Cost cost(Work work, int times) throws ReflectiveOperationException {
        long id = Thread.currentThread().getId();
        long bytes = THREAD.getThreadAllocatedBytes(id);
        long time = THREAD.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            result = work.run();
        }
        double seconds = (THREAD.getCurrentThreadCpuTime() - time) / SECOND / times;
        return new Cost(seconds, (THREAD.getThreadAllocatedBytes(id) - bytes) / (double) times);
    }
}
