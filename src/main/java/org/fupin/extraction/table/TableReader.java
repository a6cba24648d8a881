package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Reader;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.table.TableLabel.Scale;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Article;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Section;
import org.fupin.observation.Sentence;
import org.fupin.observation.Span;
import org.fupin.observation.Table;
import org.fupin.observation.TableCell;
import org.fupin.observation.TableRow;
import org.fupin.reference.TableWords;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables: the numbers and quantities of each row as in sentences, then what they are from the table's labels. A row is
 * a sentence like others, to which its figures lead; bars part its cells, so that no number goes on in the next cell.
 */
public final class TableReader {

    /** What the labels of the table conclude, which is concluded for all rows at once. */
    private static final Pass LABELS = new Pass() {
        @Override
        public String name() {
            return "table";
        }

        @Override
        public void apply(SentenceContext sentence) {
            // done when all rows are known
        }
    };

    /** Most tokens of the sentence before a table that may speak of it. */
    private static final int INTRODUCTION = 50;

    private final Lexicon lexicon;
    private final TableLabels labels;
    private final List<Pass> passes;

    /** @param passes those that find numbers and quantities */
    public TableReader(Lexicon lexicon, TableWords words, List<Pass> passes) {
        this.lexicon = lexicon;
        this.labels = new TableLabels(lexicon, words);
        this.passes = passes;
    }

    /**
     * Reads the table.
     *
     * @param before the sentence before it, null if there is none in its section
     * @return whether the reader wants to go on
     */
    public boolean read(
            Article article, Section section, Table table, @Nullable SentenceContext before, Reader reader) {
        List<SentenceContext> captions = new ArrayList<>();
        table.captions().forEach(caption -> captions.add(context(article, section, caption, reader)));
        List<SentenceContext> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(context(article, section, barred(row), reader)));
        List<SentenceContext> notes = new ArrayList<>();
        table.notes().forEach(note -> notes.add(context(article, section, note, reader)));
        TableGrid grid = new TableGrid(labels, table.rows(), rows);
        TablePass pass = new TablePass(lexicon, labels, grid, ofAll(article, section, grid, captions, notes, before));
        pass.apply();
        List<SentenceContext> all = new ArrayList<>(captions);
        all.addAll(notes);
        all.forEach(context -> context.mentions.forEach(mention -> pass.leaveOutLabel(mention, false)));
        all = new ArrayList<>(captions);
        all.addAll(rows);
        all.addAll(notes);
        for (SentenceContext context : all) {
            reader.passed(LABELS, context);
            if (!reader.goesOn(context)) {
                return false;
            }
        }
        return true;
    }

    private SentenceContext context(Article article, Section section, Sentence sentence, Reader reader) {
        SentenceContext context = new SentenceContext(article, section, sentence, null, lexicon);
        for (Pass pass : passes) {
            pass.apply(context);
            reader.passed(pass, context);
        }
        return context;
    }

    /** The row with a bar behind each cell. */
    private static Sentence barred(TableRow row) {
        Sentence sentence = row.sentence();
        int begin = sentence.span().begin();
        char[] text = sentence.text().toCharArray();
        for (int i = 0; i + 1 < row.cells().size(); i++) {
            TableCell next = row.cells().get(i + 1);
            int end = row.cells().get(i).span().end();
            if (end < next.span().begin() && end - begin < text.length) {
                text[end - begin] = '|';
            }
        }
        return new Sentence(sentence.span(), sentence.paragraph(), new String(text));
    }

    /** What is said of all figures of the table: by its captions, its notes, cells over its width, and the text before it. */
    private TableLabel ofAll(
            Article article,
            Section section,
            TableGrid grid,
            List<SentenceContext> captions,
            List<SentenceContext> notes,
            @Nullable SentenceContext before) {
        List<TableLabel> own = new ArrayList<>();
        captions.forEach(caption -> own.add(labels.read(caption, 0, caption.tokens.count)));
        for (List<TableGrid.Cell> row : grid.cells) {
            for (TableGrid.Cell cell : row) {
                if (grid.isWide(cell)) {
                    own.add(grid.label(cell));
                }
            }
        }
        TableLabel all = new TableLabel();
        for (SentenceContext note : notes) {
            for (TableLabel statement : statements(note)) {
                if (!statement.scales.isEmpty() && statement.named) {
                    all.statements.add(statement);
                }
                own.add(statement);
            }
        }
        for (SentenceContext said : concat(captions, notes)) {
            TableLabel label = labels.read(said, 0, said.tokens.count);
            if (label.kind != null && labels.saysBrackets(said)) {
                all.ofBrackets = label.kind;
            }
        }
        List<Scale> scales = new ArrayList<>();
        for (TableLabel label : own) {
            scales.addAll(label.scales.stream()
                    .filter(scale -> !label.named || scale.isMoney())
                    .toList());
            all = label.under(all);
        }
        List<TableLabel> text = new ArrayList<>();
        if (before != null) {
            int count = before.tokens.count;
            text.add(labels.read(before, Math.max(0, count - INTRODUCTION), count));
        }
        if (!section.heading().isEmpty()) {
            int begin = section.begin();
            Span span = new Span(begin, begin + section.heading().length());
            SentenceContext heading =
                    new SentenceContext(article, section, new Sentence(span, 0, section.heading()), null, lexicon);
            text.add(labels.read(heading, 0, heading.tokens.count));
        }
        for (TableLabel label : text) {
            if (scales.isEmpty()) {
                scales.addAll(label.scales.stream()
                        .filter(scale -> scale.unit() != null && scale.noun() == null)
                        .toList());
            }
            if (all.payer == null && label.payer == FundingSource.CREDIT) {
                all.payer = label.payer; // a bank that the paragraph names gave the loans of the table
            }
            boolean ofTable = before == null || label != text.get(0) || speaksOfTable(before);
            if (!all.hasTopic() && ofTable) {
                all.money = label.money;
                all.noun = label.money == null ? label.noun : null;
                all.rate = label.rate;
                all.topic = label.topic;
            }
        }
        all.scales = List.copyOf(scales);
        return all;
    }

    /** What a note says: "funds in million yuan; persons in 1,000 persons" are two statements. */
    private List<TableLabel> statements(SentenceContext note) {
        List<TableLabel> statements = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= note.tokens.count; i++) {
            if (i == note.tokens.count || note.tokens.is(i, ";") || note.tokens.is(i, ",") || note.tokens.is(i, ":")) {
                statements.add(statement(note, begin, i));
                begin = i + 1;
            }
        }
        return statements;
    }

    private TableLabel statement(SentenceContext note, int begin, int limit) {
        TableLabel statement = labels.read(note, begin, limit);
        int end = limit > begin && note.tokens.is(limit - 1, ".") ? limit - 1 : limit;
        for (int i = begin + 1; i < end; i++) {
            if (note.tokens.is(i, "in")) {
                TableLabel unit = labels.unit(note, i + 1, end);
                if (!unit.scales.isEmpty()) {
                    statement.scales = unit.scales;
                    statement.text = note.tokens.raw(begin, i);
                    statement.named = statement.hasTopic() || !labels.isFiller(note, begin, i);
                }
            }
        }
        return statement;
    }

    private static List<SentenceContext> concat(List<SentenceContext> some, List<SentenceContext> others) {
        List<SentenceContext> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** "Table 2 gives the funds", "as follows", "in the table below". */
    private boolean speaksOfTable(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        for (int i = Math.max(0, tokens.count - INTRODUCTION); i < tokens.count; i++) {
            if (tokens.is(i, "table")
                    || tokens.is(i, "tables")
                    || tokens.is(i, "follows")
                    || tokens.is(i, "following")
                    || tokens.is(i, "below")
                    || labels.isAll(Type.REFERENCE, tokens, i, i + 1)) {
                return true;
            }
        }
        return tokens.is(tokens.count - 1, ":");
    }
}
