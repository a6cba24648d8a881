package org.fupin.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fupin.cli.output.ExitCode;
import org.fupin.cli.record.RecordFormat;
import org.fupin.cli.record.RecordType;
import org.fupin.cli.record.RecordWriter;
import org.fupin.observation.Printable;
import org.fupin.report.headline.HeadlineRecord;
import org.fupin.settings.SettingsException;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.RunInProgressException;
import org.fupin.store.WarehouseView;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.WarehouseExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes records that the warehouse holds, in the form in which check writes them. Records of "
                    + "superseded articles are left out.",
            "Gold is what people confirmed and corrected, for fupin score: stretches of documents in which they judged "
                    + "every number.",
            "User and password of the database come from FUPIN_DB_USER and FUPIN_DB_PASSWORD."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fupin export observations --job jobs/sample.yml > observations.jsonl",
            "  fupin export findings --job jobs/sample.yml --format csv --out findings.csv",
            "  fupin export gold --job jobs/monthly.yml --out gold"
        })
final class ExportCommand implements Callable<Integer> {

    /** What can be exported. */
    enum What {
        OBSERVATIONS(writer(RecordType.OBSERVATIONS, WarehouseExport::observations)),
        FINDINGS(writer(RecordType.FINDINGS, WarehouseExport::findings)),
        LEFT_OUT(writer(RecordType.LEFT_OUT, WarehouseExport::leftOut)),
        ARTICLES(writer(RecordType.ARTICLES, WarehouseExport::articles)),
        SECTIONS(writer(RecordType.SECTIONS, WarehouseExport::sections)),
        CORRECTIONS(writer(RecordType.CORRECTIONS, WarehouseExport::corrections)),
        HEADLINES((warehouse, format, out) -> write(RecordType.HEADLINES, format, out, records -> {
            for (ProvinceYearKey key : warehouse.provinceYears()) {
                warehouse
                        .provinceYear(key)
                        .map(HeadlineRecord::of)
                        .orElse(List.of())
                        .forEach(records);
            }
        })),
        GOLD(GoldExport::write);

        private final Export export;

        What(Export export) {
            this.export = export;
        }

        /** As on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase().replace('_', '-');
        }

        private static <T> Export writer(RecordType<T> type, BiConsumer<WarehouseExport, Consumer<T>> records) {
            return (warehouse, format, out) ->
                    write(type, format, out, all -> warehouse.export(export -> records.accept(export, all)));
        }

        private static <T> void write(
                RecordType<T> type, RecordFormat format, Writer out, Consumer<Consumer<T>> records) throws IOException {
            try (RecordWriter<T> writer = format.open(type, out)) {
                records.accept(record -> {
                    try {
                        writer.write(record);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }

    @FunctionalInterface
    private interface Export {
        void write(WarehouseView warehouse, RecordFormat format, Writer out) throws IOException;
    }

    /** The names as they are typed, for the help text and the completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(What.values()).map(What::toString).iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RECORDS",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class,
            converter = WhatConverter.class)
    private What what;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--format",
            defaultValue = "jsonl",
            description = "jsonl (one JSON object a line, the default) or csv.")
    private RecordFormat format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The file to write; standard output by default. Of gold a new folder, which gets the documents' "
                            + "texts, too.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, DatabaseUnreachableException, RunInProgressException {
        try (WarehouseView warehouse = database.access().view()) {
            if (out != null && what == What.GOLD) {
                GoldExport.write(warehouse, out);
            } else if (out == null) {
                write(warehouse, spec.commandLine().getOut());
            } else {
                try (Writer file = created(out)) {
                    write(warehouse, file);
                }
            }
        }
        return ExitCode.DONE.number();
    }

    /** @throws SettingsException if there can be no such file */
    private static Writer created(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new SettingsException("--out", file + " cannot be written: " + Printable.line(e.toString()));
        }
    }

    private void write(WarehouseView warehouse, Writer writer) throws IOException {
        what.export.write(warehouse, format, writer);
    }
}
