package org.fupin.report.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.fupin.report.headline.YearHeadlines;

/** Writes workbooks and reads them with another library than the one that wrote them. */
final class Workbooks {

    static final Publisher PUBLISHER =
            new Publisher("Statistics Desk", "desk@statistics.example", "CC-BY-4.0", "2026-12");

    private Workbooks() {}

    static byte[] write(ProvinceYear current, ProvinceYear... earlier) {
        return write(ProvinceYearReport.of(
                current, Stream.of(earlier).map(YearHeadlines::of).toList(), Regions.load()));
    }

    static byte[] write(ProvinceYearReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ProvinceYearWorkbook().write(report, PUBLISHER, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] write(YearSummary summary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new YearSummaryWorkbook().write(summary, PUBLISHER, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The lines of the table below the header row, by header. Numbers as BigDecimal, formulas as their cached values. */
    static List<Map<String, Object>> table(byte[] workbook, String sheet) {
        List<Row> rows = rows(workbook, sheet);
        Row header = rows.get(Sheets.HEADER_ROW - 1);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Row row : rows.subList(Sheets.HEADER_ROW, rows.size())) {
            Map<String, Object> line = new LinkedHashMap<>();
            for (int c = 0; c < header.getCellCount(); c++) {
                Cell cell = c < row.getCellCount() ? row.getCell(c) : null;
                line.put(header.getCell(c).getText(), value(cell));
            }
            lines.add(line);
        }
        return lines;
    }

    static List<Row> rows(byte[] workbook, String sheet) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet found = book.findSheet(sheet).orElseThrow();
            return found.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> sheets(byte[] workbook) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getSheets().map(Sheet::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return plain(cell.asNumber());
        }
        if (cell.getType() == CellType.FORMULA) {
            return plain(new BigDecimal(cell.getRawValue()));
        }
        return cell.getText();
    }

    /** 3264000000 however the file writes it: 3.264E9, 3264000000.0. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
