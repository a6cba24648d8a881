package org.fupin.report.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.report.CodeLists;
import org.fupin.report.CodeLists.Choice;
import org.fupin.report.data.DataField.Type;

/**
 * A code of the data files.
 *
 * @param field of the CSV that has it; empty for a code that only SDMX has
 * @param component of SDMX that has it
 */
record CodeRow(String field, String component, String code, String name) {

    static final List<DataField<CodeRow>> FIELDS = List.of(
            DataField.optional(
                    "field", Type.STRING, "Column of the CSV, empty for a code that only SDMX has", CodeRow::field),
            DataField.required("component", Type.STRING, "Column of the SDMX-CSV", CodeRow::component),
            DataField.required("code", Type.STRING, "The code", CodeRow::code),
            DataField.required("name", Type.STRING, "What it means", CodeRow::name));

    private static final Map<String, String> COMPONENTS = Map.of(
            "source", "FUNDING_SOURCE",
            "per", "PER_UNIT",
            "unit", "UNIT_MEASURE",
            "region", "REF_AREA",
            "doubt", "DOUBT[]");

    /** All code lists of the data files, one after the other. */
    static List<CodeRow> all() {
        Map<String, List<Choice>> lists = new LinkedHashMap<>(CodeLists.all());
        lists.remove("reason");
        lists.put(
                "unit",
                CodeLists.units(Units.load()).stream()
                        .map(unit -> new Choice(unit.code(), unit.label().isEmpty() ? "a count" : unit.label()))
                        .toList());
        lists.put(
                "region",
                Regions.load().all().stream()
                        .map(region -> new Choice(region.code(), region.name()))
                        .toList());
        lists.put(
                "doubt",
                DoubtReasons.load().all().stream()
                        .map(reason -> new Choice(reason.code(), reason.sentence()))
                        .toList());
        List<CodeRow> rows = new ArrayList<>();
        lists.forEach((field, choices) -> {
            String component = COMPONENTS.getOrDefault(field, field.toUpperCase(Locale.ROOT));
            choices.forEach(choice -> rows.add(new CodeRow(field, component, choice.code(), choice.label())));
        });
        rows.add(new CodeRow("", "FUNDING_SOURCE", SdmxRow.NOT_STATED, "Not stated"));
        rows.add(new CodeRow("", "DIRECTION", SdmxRow.NOT_APPLICABLE, "Not applicable"));
        rows.add(new CodeRow("", "PER_UNIT", SdmxRow.NOT_APPLICABLE, "Not applicable"));
        rows.add(new CodeRow("", "AREA_PART", SdmxRow.WHOLE, "The whole reference area"));
        rows.add(new CodeRow("", "AREA_PART", SdmxRow.OTHER, "Another place, named by PLACE"));
        return rows;
    }
}
