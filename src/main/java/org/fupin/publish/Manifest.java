package org.fupin.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param sources what the reports of each province and year were made from, by region and year; a report also shows headline
 *     figures of the years before its own
 */
public record Manifest(String software, Run run, String sha256, List<Output> outputs, List<Input> sources) {

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
     * @param inputs what it was made from, by year and region, in a manifest of an earlier version; else null
     * @param inputsSha256 of all that it shows; null for the index, and in a manifest of an earlier version
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
            @Nullable List<Input> inputs,
            @JsonProperty("inputs_sha256") @Nullable String inputsSha256) {

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
                    : new Output(path, sha256, bytes, region, year, byDefault, publisher, run, inputs, inputsSha256);
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

    public static Manifest of(String software, Run run, List<Output> outputs, List<Input> sources) {
        StringBuilder list = new StringBuilder();
        outputs.forEach(output ->
                list.append(output.sha256()).append("  ").append(output.path()).append('\n'));
        return new Manifest(
                software, run, Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8)), outputs, sources);
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
                            .toList(),
                    manifest.sources == null ? ofOutputs(manifest.outputs) : manifest.sources));
        } catch (JacksonException e) {
            LoggerFactory.getLogger(Manifest.class)
                    .warn("{} cannot be read, so all reports are made again: {}", file, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** In an earlier version each output says what it was made from. */
    private static List<Input> ofOutputs(List<Output> outputs) {
        SortedMap<ProvinceYearKey, Input> sources = new TreeMap<>();
        for (Output output : outputs) {
            for (Input input : output.inputs() == null ? List.<Input>of() : output.inputs()) {
                boolean own = input.region().equals(output.region()) && Objects.equals(input.year(), output.year());
                ProvinceYearKey key = new ProvinceYearKey(input.region(), input.year());
                if (own) {
                    sources.put(key, input);
                } else {
                    sources.putIfAbsent(key, input);
                }
            }
        }
        return List.copyOf(sources.values());
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

    /** What the reports of a province and year were made from; empty if there are none. */
    public Optional<Input> source(String region, int year) {
        return sources.stream()
                .filter(source -> source.region().equals(region) && source.year() == year)
                .findFirst();
    }

    /** How many provinces the reports of a year are on, by year. */
    Map<Integer, Integer> provinces() {
        Map<Integer, Integer> provinces = new TreeMap<>();
        sources.forEach(source -> provinces.merge(source.year(), 1, Integer::sum));
        return provinces;
    }

    /** All outputs by their paths, for whoever asks for many. */
    Map<String, Output> byPath() {
        Map<String, Output> byPath = new LinkedHashMap<>();
        outputs.forEach(output -> byPath.put(output.path(), output));
        return byPath;
    }
}
