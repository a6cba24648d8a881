package org.fupin.warehouse.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.fupin.extraction.Extractor;
import org.fupin.job.batch.ChunkedWork;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.Dimensions;
import org.fupin.warehouse.WarehouseConfiguration;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.WarehouseLoader.Arrived;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast the warehouse is loaded, compared with other ways of getting the very same rows into the very same tables with
 * all their keys and indexes: {@code mvn -q -Pbench test -Dbench.main=org.fupin.warehouse.load.LoadBenchmark}.
 *
 * <p>Each measurement has a new database and one connection. The ways take turns, so that whatever else the machine does
 * meets all of them; ratios are those within a turn. {@code FUPIN_TEST_JDBC_URL} adds a server, see {@link TestDatabase}.
 *
 * <p>Arguments: how many turns (5), how many figures at least (20000).
 */
public final class LoadBenchmark {

    /** Rows that a loader writes, parents before their children. */
    private static final List<String> TABLES = List.of(
            "source_document",
            "article_identity",
            "article",
            "section",
            "sentence",
            "fact_observation",
            "left_out_number");

    /** What has to be there before. */
    private static final List<String> GIVEN = List.of("run", "dim_period");

    private static final int BATCH = 500;

    /** Of each file: whoever asks for more figures than that mistypes. */
    private static final int MOST_COPIES = 1000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private enum Target {
        H2_FILE,
        MARIADB,
        ENVIRONMENT
    }

    private enum Way {
        LOADER("WarehouseLoader: places articles, finds vintages, a transaction for several files, as a run does"),
        REWRITTEN_BATCH("JDBC batch, rewriteBatchedStatements, a transaction a file"),
        PLAIN_BATCH("JDBC batch without rewriteBatchedStatements, a transaction a file"),
        LOAD_DATA("LOAD DATA LOCAL INFILE from files made before, one transaction");

        private final String what;

        Way(String what) {
            this.what = what;
        }

        boolean runsOn(Target target) {
            // H2 has no batches to rewrite, and no LOAD DATA.
            return target != Target.H2_FILE || this == LOADER || this == PLAIN_BATCH;
        }
    }

    /** The rows of a table, those of each file together and in the order of files. */
    private record Rows(String table, List<String> columns, List<List<Object[]>> byFile) {

        long count() {
            return byFile.stream().mapToLong(List::size).sum();
        }
    }

    /** @param cpu seconds of processor time of the thread that loads; what the server takes is not in it */
    private record Measured(double seconds, double cpu, long statements) {}

    private final List<ExtractedDocument> documents;
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    private final Path folder;

    private LoadBenchmark(List<ExtractedDocument> documents, Path folder) {
        this.documents = documents;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int figures = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        Path folder = Files.createTempDirectory("fupin-load");
        try {
            new LoadBenchmark(documents(figures), folder).run(turns);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Collections.reverseOrder()).forEach(file -> file.toFile()
                        .delete());
            }
        }
        // The build's MariaDB has threads of its own.
        System.exit(0);
    }

    private void run(int turns) throws Exception {
        readRows();
        long all = TABLES.stream().mapToLong(table -> rows.get(table).count()).sum();
        System.out.printf(
                "%n%,d files: %,d rows, of which %,d figures of %d columns; %d turns, Java %s%n",
                documents.size(),
                all,
                rows.get("fact_observation").count(),
                rows.get("fact_observation").columns().size(),
                turns,
                Runtime.version());
        for (Target target : Target.values()) {
            if (target == Target.ENVIRONMENT && System.getenv("FUPIN_TEST_JDBC_URL") == null) {
                continue;
            }
            Map<Way, List<Measured>> measured = new EnumMap<>(Way.class);
            List<Way> ways =
                    Arrays.stream(Way.values()).filter(way -> way.runsOn(target)).toList();
            // The first turn warms up.
            for (int turn = 0; turn <= turns; turn++) {
                List<Way> order = new ArrayList<>(ways);
                Collections.rotate(order, turn);
                for (Way way : order) {
                    Measured one = measure(target, way);
                    if (turn > 0) {
                        measured.computeIfAbsent(way, any -> new ArrayList<>()).add(one);
                    }
                }
            }
            print(target, all, measured);
        }
    }

    private void print(Target target, long all, Map<Way, List<Measured>> measured) throws SQLException {
        System.out.printf("%n%s%n", name(target));
        System.out.println(
                "     rows/s (min - max)    statements  CPU ms   of the loader's speed (min - max)");
        List<Measured> loader = Objects.requireNonNull(measured.get(Way.LOADER));
        measured.forEach((way, runs) -> {
            double[] speeds =
                    runs.stream().mapToDouble(run -> all / run.seconds()).sorted().toArray();
            double[] ratios = IntStream.range(0, runs.size())
                    .mapToDouble(i -> loader.get(i).seconds() / runs.get(i).seconds())
                    .sorted()
                    .toArray();
            double[] cpu = runs.stream().mapToDouble(Measured::cpu).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%,9.0f (%,7.0f - %,7.0f) %9s %,9.0f   %5.2f (%.2f - %.2f)  %s%n",
                    speeds[speeds.length / 2],
                    speeds[0],
                    speeds[speeds.length - 1],
                    runs.get(0).statements() < 0 ? "" : String.format(Locale.ROOT, "%,d", runs.get(0).statements()),
                    1000 * cpu[cpu.length / 2],
                    ratios[ratios.length / 2],
                    ratios[0],
                    ratios[ratios.length - 1],
                    way.what);
        });
    }

    private String name(Target target) throws SQLException {
        TestDatabase database = database(target);
        try (Connection connection = connect(database, "")) {
            var metaData = connection.getMetaData();
            String name = metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion();
            if (target == Target.H2_FILE) {
                return name + ", a file";
            }
            try (Statement statement = connection.createStatement();
                    ResultSet flush = statement.executeQuery("SELECT @@innodb_flush_log_at_trx_commit")) {
                flush.next();
                return name + ", innodb_flush_log_at_trx_commit=" + flush.getInt(1);
            }
        }
    }

    private Measured measure(Target target, Way way) throws Exception {
        TestDatabase database = database(target);
        migrate(database);
        String options = target == Target.H2_FILE
                ? ";WRITE_DELAY=2000"
                : "&rewriteBatchedStatements=" + (way != Way.PLAIN_BATCH) + "&allowLoadLocalInfile=" + (way == Way.LOAD_DATA);
        try (Connection connection = connect(database, options)) {
            fillDimensions(connection);
            if (way != Way.LOADER) {
                for (String table : GIVEN) {
                    insert(connection, rows.get(table), 0);
                }
            }
            long statements = statements(target, connection);
            long begin = System.nanoTime();
            long cpuBegin = THREADS.getCurrentThreadCpuTime();
            switch (way) {
                case LOADER -> load(connection);
                case REWRITTEN_BATCH, PLAIN_BATCH -> insertFileByFile(connection);
                case LOAD_DATA -> loadData(connection);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = (THREADS.getCurrentThreadCpuTime() - cpuBegin) / 1e9;
            // The question itself is counted, too.
            statements = target == Target.H2_FILE ? -1 : statements(target, connection) - statements - 1;
            verify(connection);
            drop(target, connection);
            return new Measured(seconds, cpu, statements);
        }
    }

    private void load(Connection connection) {
        SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
        JdbcTemplate jdbc = new JdbcTemplate(single);
        long run = new Runs(jdbc, Clock.systemUTC()).start("benchmark", YearMonth.of(2026, 1));
        WarehouseLoader loader = new WarehouseLoader(jdbc);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(single));
        for (int first = 0; first < documents.size(); first += ChunkedWork.MOST) {
            List<Arrived> some = documents.subList(first, Math.min(documents.size(), first + ChunkedWork.MOST)).stream()
                    .map(document -> new Arrived(document, null))
                    .toList();
            transaction.executeWithoutResult(status -> loader.load(some, null, run));
        }
    }

    private void insertFileByFile(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        for (int file = 0; file < documents.size(); file++) {
            for (String table : TABLES) {
                insert(connection, rows.get(table), file);
            }
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    private static void insert(Connection connection, Rows rows, int file) throws SQLException {
        String sql = "INSERT INTO " + rows.table() + " (" + String.join(", ", rows.columns()) + ") VALUES ("
                + String.join(", ", Collections.nCopies(rows.columns().size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows.byFile().get(file)) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private void loadData(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("LOAD DATA LOCAL INFILE '" + tsv(table) + "' INTO TABLE " + table
                        + " CHARACTER SET utf8mb4 (" + String.join(", ", rows.get(table).columns()) + ")");
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Loads once, to have the rows as they end up in the tables. */
    private void readRows() throws Exception {
        TestDatabase database = TestDatabase.h2();
        migrate(database);
        try (Connection connection = connect(database, "")) {
            fillDimensions(connection);
            load(connection);
            for (String table : GIVEN) {
                List<List<Object[]>> one = new ArrayList<>();
                one.add(new ArrayList<>());
                rows.put(table, read(connection, "SELECT * FROM " + table, table, "", Map.of("", 0), one));
            }
            Map<Object, Integer> fileOf = new LinkedHashMap<>();
            for (ExtractedDocument document : documents) {
                fileOf.put(document.document().file().id(), fileOf.size());
            }
            for (String table : TABLES) {
                String sql =
                        switch (table) {
                            case "source_document", "article", "fact_observation", "left_out_number" ->
                                "SELECT t.*, t.document_id AS of_file FROM " + table + " t";
                            case "article_identity" ->
                                "SELECT t.*, a.document_id AS of_file FROM article_identity t"
                                        + " JOIN article a ON a.article_id = t.current_article_id";
                            default ->
                                "SELECT t.*, a.document_id AS of_file FROM " + table
                                        + " t JOIN article a ON a.article_id = t.article_id";
                        };
                List<List<Object[]>> byFile = Stream.generate(() -> (List<Object[]>) new ArrayList<Object[]>())
                        .limit(documents.size())
                        .toList();
                rows.put(table, read(connection, sql, table, "of_file", fileOf, byFile));
                writeTsv(rows.get(table));
            }
        }
    }

    private static Rows read(
            Connection connection,
            String sql,
            String table,
            String fileColumn,
            Map<?, Integer> fileOf,
            List<List<Object[]>> byFile)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String column = row.getMetaData().getColumnLabel(i);
                if (!column.equalsIgnoreCase(fileColumn)) {
                    columns.add(column);
                }
            }
            while (row.next()) {
                Object[] values = new Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    // The loader sets it last; an identity comes before its articles.
                    values[i] = columns.get(i).equals("current_article_id") ? null : value(row, i + 1);
                }
                byFile.get(fileOf.get(fileColumn.isEmpty() ? "" : row.getString(fileColumn)))
                        .add(values);
            }
            return new Rows(table, columns, byFile);
        }
    }

    private static Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof java.sql.Clob ? row.getString(column) : value;
    }

    private void writeTsv(Rows rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(tsv(rows.table()), StandardCharsets.UTF_8)) {
            for (List<Object[]> file : rows.byFile()) {
                for (Object[] row : file) {
                    out.write(Arrays.stream(row)
                            .map(LoadBenchmark::escaped)
                            .collect(Collectors.joining("\t", "", "\n")));
                }
            }
        }
    }

    private static String escaped(Object value) {
        if (value == null) {
            return "\\N";
        }
        return value instanceof Boolean is
                ? is ? "1" : "0"
                : value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    private Path tsv(String table) {
        return folder.resolve(table + ".tsv");
    }

    /** All rows arrived, whichever way they went. */
    private void verify(Connection connection) throws SQLException {
        for (String table : TABLES) {
            try (Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                count.next();
                if (count.getLong(1) != rows.get(table).count()) {
                    throw new IllegalStateException(table + " has " + count.getLong(1) + " rows, not "
                            + rows.get(table).count());
                }
            }
        }
    }

    private static long statements(Target target, Connection connection) throws SQLException {
        if (target == Target.H2_FILE) {
            return -1;
        }
        try (Statement statement = connection.createStatement();
                ResultSet status = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
            status.next();
            return status.getLong(2);
        }
    }

    private static void drop(Target target, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(target == Target.H2_FILE ? "DROP ALL OBJECTS" : "DROP DATABASE " + connection.getCatalog());
        }
    }

    private TestDatabase database(Target target) {
        return switch (target) {
            case H2_FILE ->
                new TestDatabase(
                        "jdbc:h2:file:" + folder.resolve("db" + System.nanoTime()) + WarehouseConfiguration.H2_SETTINGS,
                        "sa",
                        "");
            case MARIADB -> TestDatabase.mariaDb();
            case ENVIRONMENT -> TestDatabase.ofEnvironment();
        };
    }

    /** Later options win; a test's URL has the one for rewriting already. */
    private static Connection connect(TestDatabase database, String options) throws SQLException {
        String url = options.contains("rewriteBatchedStatements")
                ? database.url().replaceFirst("rewriteBatchedStatements=true", "useUnicode=true")
                : database.url();
        return DriverManager.getConnection(url + options, database.user(), database.password());
    }

    private static void migrate(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration", "classpath:db/batch/" + (database.url().contains(":h2:") ? "h2" : "mysql"))
                .load()
                .migrate();
    }

    private static void fillDimensions(Connection connection) {
        new Dimensions(
                        new JdbcTemplate(new SingleConnectionDataSource(connection, true)),
                        Regions.load(),
                        Units.load())
                .fill();
    }

    /** The corpus, or the sample, with new titles over and over until there are enough figures. */
    private static List<ExtractedDocument> documents(int figures) {
        List<ExtractedDocument> once = Stream.of(Path.of("../shared/corpus"), Path.of("jobs/sample/inbox"))
                .map(LoadBenchmark::extracted)
                .filter(documents -> figures(documents) > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "neither ../shared/corpus nor jobs/sample/inbox has a report with figures"));
        List<ExtractedDocument> all = new ArrayList<>();
        long sum = 0;
        for (int copy = 0; sum < figures && copy < MOST_COPIES; copy++) {
            for (ExtractedDocument document : once) {
                all.add(copy(document, copy));
            }
            sum += figures(once);
        }
        return all;
    }

    private static long figures(List<ExtractedDocument> documents) {
        return documents.stream()
                .flatMap(document -> document.articles().stream())
                .flatMap(ExtractedArticle::observations)
                .count();
    }

    /** The reports in a folder; links are not followed within it. */
    private static List<ExtractedDocument> extracted(Path inbox) {
        List<ExtractedDocument> extracted = new ArrayList<>();
        if (!Files.isDirectory(inbox)) {
            return extracted;
        }
        try (Stream<Path> files = Files.walk(inbox.toRealPath())) {
            for (Path file : files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                SourceDocument document = DocumentReader.create()
                        .read(file.getFileName().toString(), Files.readAllBytes(file));
                extracted.add(Extractor.create().extract(document));
            }
            return extracted;
        } catch (IOException | UnreadableDocumentException e) {
            throw new IllegalStateException(inbox + " cannot be read", e);
        }
    }

    private static ExtractedDocument copy(ExtractedDocument extracted, int number) {
        SourceFile file = extracted.document().file();
        String id = Sha256.ofParts(file.id(), number);
        List<ExtractedArticle> articles = extracted.articles().stream()
                .map(article -> new ExtractedArticle(
                        copy(article.article(), id, number), article.sections(), article.outside()))
                .toList();
        SourceDocument document = new SourceDocument(
                new SourceFile(id, number + " " + file.name(), file.format(), file.charset(), file.size()),
                extracted.document().text(),
                articles.stream().map(ExtractedArticle::article).toList());
        return new ExtractedDocument(document, articles, extracted.outside());
    }

    private static Article copy(Article article, String documentId, int number) {
        return new Article(
                documentId,
                article.title() + " " + number,
                article.region(),
                article.partner(),
                article.year(),
                article.span(),
                article.author(),
                article.sections());
    }
}
