package org.fupin.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fupin.observation.Sha256;
import org.fupin.report.Publisher;
import org.fupin.settings.RunScope;
import org.fupin.store.OutputFile;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code manifest.json}: what stands in the folder of the outputs, and what it was made from. It stays the same, byte for
 * byte, until an output changes.
 *
 * @param software the version that changed one of them last
 * @param run the last run that changed one of them
 * @param sha256 of the list of all outputs, as {@code sha256sum} writes it: hash, two blanks, path, line feed
 * @param outputs by path
 */
public record Manifest(String software, Run run, String sha256, List<Output> outputs) {

    public static final String FILE = "manifest.json";

    /** Without the attempts that it took: a run that was broken off and continued leaves the same manifest. */
    public record Run(long id, String job, String period) {}

    /**
     * A file that was made.
     *
     * @param path relative to the manifest, with {@code /}
     * @param bytes its size
     * @param region ISO 3166-2; null for a summary over all provinces
     * @param year reported on; null for the index of all reports
     * @param software the version of the program that made it
     * @param publisher tells whose name and licence it bears, {@link Publisher#fingerprint()}; null for nobody's
     * @param run the run that gave it this content
     * @param inputs what it was made from, by year and region
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Output(
            String path,
            String sha256,
            long bytes,
            @Nullable String region,
            @Nullable Integer year,
            @Nullable String software,
            @Nullable String publisher,
            long run,
            List<Input> inputs) {

        /** Whether a run on {@code scope} looks at it: the index of all reports belongs to none. */
        public boolean isIn(RunScope scope) {
            if (year == null) {
                return false;
            }
            return region == null ? scope.includesYear(year) : scope.includes(new ProvinceYearKey(region, year));
        }

        /** A manifest of version 0.1 says once for all outputs who made them. */
        private Output madeBy(String byDefault) {
            return software != null
                    ? this
                    : new Output(path, sha256, bytes, region, year, byDefault, publisher, run, inputs);
        }
    }

    /** A province and year in the state in which it was reported on. */
    public record Input(String region, int year, int vintage, List<Document> documents) {}

    /** @param sha256 of the file's bytes */
    public record Document(String name, String sha256) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public static Manifest of(String software, Run run, List<Output> outputs) {
        StringBuilder list = new StringBuilder();
        outputs.forEach(output ->
                list.append(output.sha256()).append("  ").append(output.path()).append('\n'));
        return new Manifest(software, run, Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8)), outputs);
    }

    /** The manifest of a folder; empty if there is none, or none that can be read. */
    public static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            return Optional.of(new Manifest(
                    manifest.software,
                    manifest.run,
                    manifest.sha256,
                    manifest.outputs.stream()
                            .map(output -> output.madeBy(manifest.software))
                            .toList()));
        } catch (JacksonException e) {
            LoggerFactory.getLogger(Manifest.class)
                    .warn("{} cannot be read, so all reports are made again: {}", file, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    public void write(Path folder) throws IOException {
        OutputFile.write(folder.resolve(FILE), out -> {
            out.write(JSON.writeValueAsBytes(this));
            out.write('\n');
        });
    }

    public Optional<Output> output(String path) {
        return outputs.stream().filter(output -> output.path().equals(path)).findFirst();
    }
}
