package org.fupin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fupin.testing.BrokerProcess;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.fupin.testing.MariaDbServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What workers bring, and what the broker costs: the seconds of the steps that are shared, for a run that does all by itself, and
 * for one with one and with two workers, each doing one thing at a time. {@code SharedRunBenchmark TURNS REPORTS [PROGRAM]}.
 *
 * <p>Workers have done as many other reports before, as workers have. A run by itself starts cold, as runs do.
 */
public final class SharedRunBenchmark {

    private static final List<String> PROVINCES = List.of(
            "Hebei", "Shanxi", "Henan", "Hunan", "Anhui", "Gansu", "Guizhou", "Yunnan", "Qinghai", "Jiangxi");

    private static final int FIRST_YEAR = 1990;

    private final int reports;
    private final String program;
    private final Path folder;
    private final BrokerProcess broker;
    private final MariaDbServer server = MariaDbServer.shared();
    private int places;

    /** Seconds of a step. */
    private record Seconds(double extract, double render) {}

    private SharedRunBenchmark(int reports, String program, Path folder, BrokerProcess broker) {
        this.reports = reports;
        this.program = program;
        this.folder = folder;
        this.broker = broker;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("fupin-shared");
        String program =
                args.length > 2 ? args[2] : Launched.launcher().toString();
        try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
            new SharedRunBenchmark(Integer.parseInt(args[1]), program, folder, broker)
                    .measure(Integer.parseInt(args[0]));
        }
    }

    private void measure(int turns) throws Exception {
        Map<Integer, List<Seconds>> measured = new HashMap<>();
        for (int turn = 0; turn < turns; turn++) {
            for (int workers : List.of(0, 1, 2)) {
                Seconds seconds = run(workers);
                measured.computeIfAbsent(workers, any -> new ArrayList<>()).add(seconds);
                System.out.printf(
                        Locale.ROOT,
                        "%d workers: extract %.2f s, render %.2f s%n",
                        workers,
                        seconds.extract(),
                        seconds.render());
            }
        }
        for (String step : List.of("extract", "render")) {
            double alone = median(measured.get(0), step);
            double one = median(measured.get(1), step);
            double two = median(measured.get(2), step);
            System.out.printf(
                    Locale.ROOT,
                    "%s of %d: alone %.2f s, 1 worker %.2f s (%+.1f ms each), 2 workers %.2f s, %.2f of linear%n",
                    step,
                    reports,
                    alone,
                    one,
                    (one - alone) * 1000 / reports,
                    two,
                    one / two / 2);
        }
    }

    private static double median(List<Seconds> all, String step) {
        return all.stream()
                .mapToDouble(one -> step.equals("extract") ? one.extract() : one.render())
                .sorted()
                .toArray()[all.size() / 2];
    }

    private Seconds run(int workers) throws Exception {
        Path place = Files.createDirectories(folder.resolve("place" + places++));
        Files.createDirectories(place.resolve("inbox"));
        Files.writeString(place.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                parallel: 1
                database: %s
                """.formatted(server.newDatabase()));
        end(start(place, "migrate", "--job", "monthly.yml"));
        List<Launched> all = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                all.add(start(place, "work", "monthly.yml", "--broker", broker.url()));
            }
            for (Launched worker : all) {
                worker.awaitErr("waits for work");
            }
            put(place, 0);
            once(place, workers);
            put(place, 1);
            return once(place, workers);
        } finally {
            all.forEach(Launched::close);
        }
    }

    /** As many new reports. */
    private void put(Path place, int part) {
        Inbox inbox = new Inbox(place.resolve("inbox"));
        IntStream.range(part * reports, (part + 1) * reports).forEach(n -> {
            String province = PROVINCES.get(n % PROVINCES.size());
            String year = Integer.toString(FIRST_YEAR + n / PROVINCES.size());
            inbox.put(
                    province + year + ".txt",
                    Inbox.HEBEI_2011.replace("Hebei", province).replace("2011", year));
        });
    }

    private Seconds once(Path place, int workers) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", "monthly.yml", "--json"));
        if (workers > 0) {
            arguments.addAll(List.of("--broker", broker.url()));
        }
        JsonNode summary = JsonMapper.shared().readTree(end(start(place, arguments.toArray(String[]::new))));
        Map<String, Double> seconds = new HashMap<>();
        summary.get("steps")
                .forEach(step -> seconds.put(
                        step.get("step").asString(), step.get("seconds").asDouble()));
        return new Seconds(seconds.getOrDefault("extract", 0.0), seconds.getOrDefault("render", 0.0));
    }

    private Launched start(Path place, String... arguments) {
        Map<String, String> environment = new HashMap<>(broker.environment());
        environment.put("FUPIN_DB_USER", server.user());
        environment.put("FUPIN_DB_PASSWORD", server.password());
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return Launched.start(place, environment, command);
    }

    private static String end(Launched process) throws InterruptedException, IOException {
        Ended ended = process.end();
        if (ended.code() != 0) {
            throw new IOException(ended.err());
        }
        return ended.out();
    }
}
