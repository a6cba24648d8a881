package org.fupin.report.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.Sha256;
import org.fupin.observation.document.SourceFile;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code datapackage.json}: what the data files of a report are, as a Frictionless data package (datapackage.org, version 2; read
 * by programs for version 1 too): their columns with types and codes, sizes and SHA-256, the sources, publisher and licence.
 */
public final class DataPackage {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The same report and publisher give the same bytes. */
    public void write(ProvinceYearReport report, Publisher publisher, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(descriptor(report, publisher)));
        out.write('\n');
    }

    private static Map<String, Object> descriptor(ProvinceYearReport report, Publisher publisher) throws IOException {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", (report.region().code() + "-" + report.year()).toLowerCase(Locale.ROOT));
        descriptor.put("title", report.title());
        descriptor.put("description", description(report));
        descriptor.put("version", report.vintage() + ".0.0");
        descriptor.put("vintage", report.vintage());
        descriptor.put("provisional", report.isProvisional());
        descriptor.put("edition", report.edition().toString());
        descriptor.put(
                "reasons", report.origin().reasons().stream().map(Coded::code).toList());
        descriptor.put("region", report.region().code());
        descriptor.put("year", report.year());
        if (!publisher.licence().isEmpty()) {
            descriptor.put(
                    "licenses",
                    List.of(Map.of(
                            Publisher.isWebAddress(publisher.licence()) ? "path" : "name", publisher.licence())));
        }
        if (publisher.isKnown()) {
            descriptor.put("contributors", List.of(contributor(publisher)));
        }
        if (!publisher.nextRelease().isEmpty()) {
            descriptor.put("nextRelease", publisher.nextRelease());
        }
        descriptor.put(
                "sources",
                report.sources().files().stream().map(DataPackage::source).toList());
        List<Map<String, Object>> resources = new ArrayList<>();
        for (DataFile<?> file : DataFiles.ALL) {
            resources.add(resource(file, report));
        }
        descriptor.put("resources", resources);
        return descriptor;
    }

    private static String description(ProvinceYearReport report) {
        return report.description()
                + (report.origin().isReading() ? " " + report.origin().reason() + "." : "")
                + (report.standing().isEmpty() ? "" : " " + report.standing() + ".");
    }

    private static Map<String, Object> contributor(Publisher publisher) {
        Map<String, Object> contributor = new LinkedHashMap<>();
        contributor.put("title", publisher.name());
        if (!publisher.contact().isEmpty()) {
            contributor.put(Publisher.isWebAddress(publisher.contact()) ? "path" : "email", publisher.contact());
        }
        contributor.put("role", "publisher");
        contributor.put("roles", List.of("publisher"));
        return contributor;
    }

    private static Map<String, Object> source(SourceFile file) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("title", file.name());
        source.put("sha256", file.id());
        return source;
    }

    private static Map<String, Object> resource(DataFile<?> file, ProvinceYearReport report) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        file.write(report, content);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", file.resource());
        resource.put("title", file.title());
        resource.put("type", "table");
        resource.put("profile", "tabular-data-resource");
        resource.put("path", file.fileName(report));
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", content.size());
        resource.put("hash", "sha256:" + Sha256.of(content.toByteArray()));
        resource.put("dialect", dialect());
        resource.put("schema", schema(file));
        return resource;
    }

    private static Map<String, Object> dialect() {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("delimiter", ",");
        dialect.put("lineTerminator", "\r\n");
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("header", true);
        return dialect;
    }

    private static Map<String, Object> schema(DataFile<?> file) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", file.fields().stream().map(DataPackage::field).toList());
        schema.put("primaryKey", file.primaryKey());
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> field(DataField<?> field) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (field.required()) {
            constraints.put("required", true);
        }
        if (!field.pattern().isEmpty()) {
            constraints.put("pattern", field.pattern());
        }
        if (!field.codes().isEmpty()) {
            constraints.put("enum", DataFiles.codes(field.codes()));
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", field.name());
        described.put("type", field.type().code());
        described.put("description", field.description());
        if (!constraints.isEmpty()) {
            described.put("constraints", constraints);
        }
        return described;
    }
}
