package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Reader;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Lexicon;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.Table;
import org.fupin.observation.document.TableCell;
import org.fupin.observation.document.TableRow;
import org.fupin.reference.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables: the numbers and quantities of each row as in sentences, then what they are from the table's labels. A row is
 * a sentence like others, to which its figures lead; bars part its cells, so that no number goes on in the next cell.
 */
public final class TableReader {

    /** Most places in the grid: no report prints a larger table. */
    private static final long MOST_PLACES = 2_000_000;

    /** Most columns of a table that is read; what is wider was made by a machine for machines. */
    private static final int MOST_COLUMNS = 150;

    /** What the labels of the table conclude, which is concluded for all rows at once. */
    private static final Pass LABELS = new Pass() {
        @Override
        public String name() {
            return TableRules.PASS;
        }

        @Override
        public void apply(SentenceContext sentence) {
            // done when all rows are known
        }
    };

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
        List<SentenceContext> captions = contexts(article, section, table.captions(), reader);
        List<SentenceContext> rows = contexts(
                article, section, table.rows().stream().map(TableReader::barred).toList(), reader);
        List<SentenceContext> notes = contexts(article, section, table.notes(), reader);
        List<SentenceContext> all = new ArrayList<>(captions);
        all.addAll(rows);
        all.addAll(notes);
        int columns = 1;
        for (TableRow row : table.rows()) {
            columns = row.cells().stream().mapToInt(TableCell::end).reduce(columns, Math::max);
        }
        if (columns > MOST_COLUMNS || (long) columns * rows.size() > MOST_PLACES) {
            rows.forEach(row -> row.mentions.forEach(TablePass::leaveOutUnread));
        } else {
            List<List<Cell>> cells = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                cells.add(Cell.of(labels, table.rows().get(r).cells(), rows.get(r)));
            }
            List<TableGrid> grids = TableGrid.of(labels, cells, columns);
            SurroundingText around = new SurroundingText(labels);
            around.captions(captions);
            grids.forEach(around::wideCells);
            around.notes(notes);
            around.before(before, heading(article, section));
            new TablePass(lexicon, around.all()).apply(grids);
        }
        captions.forEach(TableReader::leaveOutNumbers);
        notes.forEach(TableReader::leaveOutNumbers);
        for (SentenceContext context : all) {
            reader.passed(LABELS, context);
            if (!reader.goesOn(context)) {
                return false;
            }
        }
        return true;
    }

    private List<SentenceContext> contexts(Article article, Section section, List<Sentence> sentences, Reader reader) {
        List<SentenceContext> contexts = new ArrayList<>();
        for (Sentence sentence : sentences) {
            SentenceContext context = new SentenceContext(article, section, sentence, null, lexicon);
            for (Pass pass : passes) {
                pass.apply(context);
                reader.passed(pass, context);
            }
            contexts.add(context);
        }
        return contexts;
    }

    private @Nullable SentenceContext heading(Article article, Section section) {
        if (section.heading().isEmpty()) {
            return null;
        }
        Span span =
                new Span(section.begin(), section.begin() + section.heading().length());
        return new SentenceContext(article, section, new Sentence(span, 0, section.heading()), null, lexicon);
    }

    private static void leaveOutNumbers(SentenceContext context) {
        context.mentions.forEach(mention -> TablePass.leaveOutLabel(mention, false));
    }

    /** The row with a bar behind each cell. */
    private static Sentence barred(TableRow row) {
        Sentence sentence = row.sentence();
        int begin = sentence.span().begin();
        char[] text = sentence.text().toCharArray();
        for (int i = 0; i + 1 < row.cells().size(); i++) {
            int end = row.cells().get(i).span().end();
            if (end < row.cells().get(i + 1).span().begin() && end - begin < text.length) {
                text[end - begin] = '|';
            }
        }
        return new Sentence(sentence.span(), sentence.paragraph(), new String(text));
    }
}
