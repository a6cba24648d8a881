package org.fupin.report.data;

import java.util.List;
import org.fupin.observation.document.SourceFile;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;

/** The CSV files that a data package holds. */
public final class DataFiles {

    private static final List<CodeRow> CODES = CodeRow.all();

    /** All figures, with the fields that {@code export observations} has. */
    public static final DataFile<ObservationRow> OBSERVATIONS = new DataFile<>(
            "observations",
            "All figures",
            ".csv",
            ObservationRow.FIELDS,
            List.of("document", "begin"),
            " ",
            report -> report.figures().stream()
                    .map(figure -> new ObservationRow(
                            document(report, figure),
                            figure.article(),
                            figure.heading(),
                            figure.programme(),
                            figure.observation()))
                    .toList());

    /** The same figures for statistical systems. */
    public static final DataFile<?> SDMX = new DataFile<>(
            "observations-sdmx",
            "All figures as SDMX-CSV 2.0",
            ".sdmx.csv",
            SdmxRow.FIELDS,
            SdmxRow.DIMENSIONS.stream().map(DataField::name).toList(),
            SdmxRow.SEPARATOR,
            SdmxRow::of);

    /** The code lists of both, in one file. */
    public static final DataFile<?> CODES_FILE = new DataFile<>(
            "codes", "Code lists", ".codes.csv", CodeRow.FIELDS, List.of("component", "code"), " ", report -> CODES);

    static final List<DataFile<?>> ALL = List.of(OBSERVATIONS, SDMX, CODES_FILE);

    private DataFiles() {}

    /** The codes that a field may have, by the name of the list: a field of the CSV or a component of SDMX. */
    static List<String> codes(String list) {
        return CODES.stream()
                .filter(row -> row.field().equals(list) || row.component().equals(list))
                .map(CodeRow::code)
                .toList();
    }

    /** Name of the document that a figure stands in. */
    static String document(ProvinceYearReport report, Figure figure) {
        return report.sources().files().stream()
                .filter(file -> file.id().equals(figure.ref().documentId()))
                .map(SourceFile::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file of figure " + figure.number()));
    }
}
