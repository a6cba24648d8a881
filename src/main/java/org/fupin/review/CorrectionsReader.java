package org.fupin.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Span;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of corrections: CSV in UTF-8 (RFC 4180, a byte order mark or none), a first line that names the
 * {@link #COLUMNS}, then a line for each field. All mistakes of all files are collected.
 */
public final class CorrectionsReader {

    /** The columns, in any order. */
    public static final List<String> COLUMNS =
            List.of("document_sha256", "begin", "end", "text", "field", "value", "reason", "by", "at");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String YEAR = "[1-9]\\d{3}-";
    private static final Pattern OFFSET = Pattern.compile("\\d{1,9}");

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();

    /** A line together with the number that it is about. */
    private record Line(String documentId, Span span, String text, CorrectionLine correction) {}

    private record Place(String documentId, int begin) {}

    private final FieldValues values;
    private final List<CorrectionMistake> mistakes = new ArrayList<>();
    private final Map<Place, List<Line>> linesByPlace = new LinkedHashMap<>();

    private CorrectionsReader(Units units) {
        this.values = new FieldValues(units);
    }

    /** @param files in any order: the outcome is the same for each */
    public static Corrections read(Collection<CorrectionsFile> files, Units units) {
        CorrectionsReader reader = new CorrectionsReader(units);
        files.stream().sorted(Comparator.comparing(CorrectionsFile::name)).forEach(reader::readFile);
        List<CorrectedNumber> numbers = new ArrayList<>();
        reader.linesByPlace.values().forEach(lines -> new Decision(lines, reader.mistakes).number(numbers));
        numbers.sort(Comparator.comparing(CorrectedNumber::documentId).thenComparing(CorrectedNumber::span));
        reader.mistakes.sort(null);
        return new Corrections(numbers, reader.mistakes);
    }

    private void readFile(CorrectionsFile file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
        } catch (CharacterCodingException e) {
            mistakes.add(new CorrectionMistake(file.name(), 1, "is not UTF-8 text: expected CSV in UTF-8"));
            return;
        }
        String rows = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        int line = 1;
        int counted = 0;
        try (CSVParser parser = CSVParser.parse(rows, FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            Map<String, Integer> columns = header(file, records);
            while (!columns.isEmpty() && records.hasNext()) {
                CSVRecord record = records.next();
                // The parser's own number is that of a record's last line, and the position may be before empty lines.
                for (; counted < record.getCharacterPosition() || isLineBreak(rows.charAt(counted)); counted++) {
                    line += rows.charAt(counted) == '\n' ? 1 : 0;
                }
                readRow(file, line, columns, record);
            }
        } catch (UncheckedIOException | IOException e) {
            mistakes.add(new CorrectionMistake(file.name(), line, "is not CSV behind this line: " + message(e)));
        }
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static String message(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return String.valueOf(cause.getMessage());
    }

    /** Where each column is; empty after noting what is wrong with the first line. */
    private Map<String, Integer> header(CorrectionsFile file, Iterator<CSVRecord> records) {
        List<String> names =
                records.hasNext() ? records.next().stream().map(String::strip).toList() : List.of();
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        if (names.size() != COLUMNS.size() || !columns.keySet().containsAll(COLUMNS)) {
            mistakes.add(new CorrectionMistake(
                    file.name(),
                    1,
                    (names.isEmpty() ? "is empty" : "the first line is not the names of the columns") + ": expected "
                            + String.join(",", COLUMNS)));
            return Map.of();
        }
        return columns;
    }

    private void readRow(CorrectionsFile file, int line, Map<String, Integer> columns, CSVRecord record) {
        if (record.size() != COLUMNS.size()) {
            mistakes.add(new CorrectionMistake(
                    file.name(), line, "has " + record.size() + " columns: expected " + COLUMNS.size()));
            return;
        }
        int before = mistakes.size();
        Row row = new Row(file.name(), line, columns, record);
        String documentId = row.read("document_sha256", CorrectionsReader::documentId);
        Integer begin = row.read("begin", CorrectionsReader::offset);
        Integer end = row.read("end", CorrectionsReader::offset);
        String text = row.text("text");
        CorrectedField field = row.read("field", CorrectionsReader::field);
        String value = field == null ? null : row.read("value", cell -> values.normal(field, cell));
        String reason = row.text("reason").strip();
        String by = row.read("by", CorrectionsReader::person);
        Instant at = row.read("at", CorrectionsReader::time);
        if (begin != null && end != null && end - begin != text.length()) {
            row.mistake("text: has " + text.length() + " characters, from begin to end are " + (end - begin));
        }
        if (mistakes.size() > before
                || documentId == null
                || begin == null
                || end == null
                || field == null
                || value == null
                || by == null
                || at == null) {
            return;
        }
        if (text.isBlank() || !text.equals(text.strip())) {
            row.mistake("text: expected the characters of a number, without white space around them");
            return;
        }
        CorrectionLine correction = new CorrectionLine(field, value, reason, by, at, file.name(), line);
        linesByPlace
                .computeIfAbsent(new Place(documentId, begin), any -> new ArrayList<>())
                .add(new Line(documentId, new Span(begin, end), text, correction));
    }

    /** The cells of a line, by column. */
    private final class Row {

        private final String file;
        private final int line;
        private final Map<String, Integer> columns;
        private final CSVRecord record;

        Row(String file, int line, Map<String, Integer> columns, CSVRecord record) {
            this.file = file;
            this.line = line;
            this.columns = columns;
            this.record = record;
        }

        String text(String column) {
            return SpreadsheetText.plain(record.get(columns.get(column)));
        }

        /** Null after noting what is wrong with the cell. */
        <T> @Nullable T read(String column, Function<String, T> parse) {
            try {
                return parse.apply(text(column).strip());
            } catch (IllegalArgumentException e) {
                mistake(column + ": " + e.getMessage());
                return null;
            }
        }

        void mistake(String what) {
            mistakes.add(new CorrectionMistake(file, line, what));
        }
    }

    private static String documentId(String cell) {
        if (!SHA256.matcher(cell).matches()) {
            throw new IllegalArgumentException(
                    "not the SHA-256 of a document: '" + cell + "', expected 64 lower-case hexadecimal digits");
        }
        return cell;
    }

    private static Integer offset(String cell) {
        if (!OFFSET.matcher(cell).matches()) {
            throw new IllegalArgumentException("not an offset: '" + cell + "', expected a whole number");
        }
        return Integer.valueOf(cell);
    }

    private static CorrectedField field(String cell) {
        try {
            return Coded.of(CorrectedField.class, cell);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getMessage()).replace(CorrectedField.class.getSimpleName(), "field"), e);
        }
    }

    private static String person(String cell) {
        if (cell.isEmpty()) {
            throw new IllegalArgumentException("expected a name");
        }
        return cell;
    }

    private static Instant time(String cell) {
        try {
            if (cell.matches(YEAR + ".*")) {
                Instant at = cell.length() == 10
                        ? LocalDate.parse(cell).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : Instant.parse(cell);
                return at.truncatedTo(ChronoUnit.MILLIS);
            }
            throw new DateTimeParseException("no year", cell, 0);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "not a time: '" + cell + "', expected 2013-06-01T08:30:00Z (UTC) or 2013-06-01", e);
        }
    }

    /** What several lines say of one number. */
    private static final class Decision {

        private static final List<CorrectedField> NEEDED =
                List.of(CorrectedField.UNIT, CorrectedField.KIND, CorrectedField.MEASURE, CorrectedField.ITEM);

        private final List<Line> lines;
        private final List<CorrectionMistake> mistakes;
        private final int mistakesBefore;

        Decision(List<Line> lines, List<CorrectionMistake> mistakes) {
            this.lines = lines;
            this.mistakes = mistakes;
            this.mistakesBefore = mistakes.size();
        }

        /** Adds the number, or the mistakes that are in the way. */
        void number(List<CorrectedNumber> numbers) {
            Line first = lines.get(0);
            Map<CorrectedField, CorrectionLine> byField = new EnumMap<>(CorrectedField.class);
            for (Line line : lines) {
                if (!line.text().equals(first.text())) {
                    mistake(
                            line.correction(),
                            "names the number at " + line.span().begin() + " '" + line.text() + "', "
                                    + first.correction().place() + " '" + first.text() + "'");
                }
                CorrectionLine other = byField.putIfAbsent(line.correction().field(), line.correction());
                if (other != null) {
                    repeated(line.correction(), other, byField);
                }
            }
            Verdict verdict = verdict(byField);
            if (mistakes.size() == mistakesBefore) {
                numbers.add(new CorrectedNumber(
                        first.documentId(), first.span(), first.text(), verdict, List.copyOf(byField.values())));
            }
        }

        /** Persons may agree; the one who said it first is kept. */
        private void repeated(CorrectionLine line, CorrectionLine other, Map<CorrectedField, CorrectionLine> byField) {
            if (!line.value().equals(other.value())) {
                mistake(
                        line,
                        "%s says '%s' for %s, %s says '%s' (%s): expected one value"
                                .formatted(
                                        line.by(),
                                        line.value(),
                                        line.field().code(),
                                        other.by(),
                                        other.value(),
                                        other.place()));
            } else if (line.by().equals(other.by())) {
                mistake(line, "repeats " + other.place());
            } else if (line.at().isBefore(other.at())) {
                byField.put(line.field(), line);
            }
        }

        private Verdict verdict(Map<CorrectedField, CorrectionLine> byField) {
            CorrectionLine whole = byField.get(CorrectedField.FIGURE);
            if (whole == null) {
                return Verdict.CHANGED;
            }
            Verdict verdict = Verdict.stated(whole.value());
            if (verdict == Verdict.NEW) {
                missing(whole, byField);
                return verdict;
            }
            byField.values().stream()
                    .filter(line -> line != whole)
                    .forEach(line -> mistake(
                            line,
                            "%s corrects %s of a number that %s %s (%s): expected one of both"
                                    .formatted(
                                            line.by(),
                                            line.field().code(),
                                            whole.by(),
                                            verdict == Verdict.NONE ? "calls no figure" : "confirms",
                                            whole.place())));
            return verdict;
        }

        private void missing(CorrectionLine whole, Map<CorrectedField, CorrectionLine> byField) {
            List<String> missing = new ArrayList<>();
            boolean amount = byField.containsKey(CorrectedField.VALUE)
                    || byField.containsKey(CorrectedField.LOW) && byField.containsKey(CorrectedField.HIGH);
            if (!amount) {
                missing.add("value (or low and high)");
            }
            NEEDED.stream()
                    .filter(field -> !byField.containsKey(field))
                    .map(CorrectedField::code)
                    .forEach(missing::add);
            if (!missing.isEmpty()) {
                mistake(whole, "a new figure also needs lines for " + String.join(", ", missing));
            }
        }

        private void mistake(CorrectionLine line, String what) {
            mistakes.add(CorrectionMistake.in(line, what));
        }
    }
}
