package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.table.OfTable.Statement;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Puts together what is said of all figures of a table, from the nearest words on. */
final class SurroundingText {

    private final TableLabels labels;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Scale> scales = new ArrayList<>();
    private TableLabel all = new TableLabel();
    private @Nullable Kind brackets;

    SurroundingText(TableLabels labels) {
        this.labels = labels;
    }

    void captions(List<SentenceContext> captions) {
        for (SentenceContext caption : captions) {
            TableLabel label = labels.read(caption);
            ofBrackets(caption, label);
            add(label);
        }
    }

    void wideCells(TableGrid grid) {
        grid.rows.forEach(row -> row.stream().filter(grid::isWide).forEach(cell -> add(cell.label())));
    }

    private void add(TableLabel label) {
        scales.addAll(label.scales);
        all = label.under(all);
    }

    private void ofBrackets(SentenceContext said, TableLabel label) {
        brackets = label.kind != null && labels.says(Type.BRACKETS, said.tokens) ? label.kind : brackets;
    }

    /** "Funds in million yuan; persons in 1,000 persons" are two statements. */
    void notes(List<SentenceContext> notes) {
        for (SentenceContext note : notes) {
            Tokens tokens = note.tokens;
            ofBrackets(note, labels.read(note));
            int begin = 0;
            for (int i = 0; i <= tokens.count; i++) {
                if (i == tokens.count || tokens.is(i, ";") || tokens.is(i, ",") || tokens.is(i, ":")) {
                    note(labels.read(note, begin, i));
                    begin = i + 1;
                }
            }
        }
    }

    /** Units of figures that are named are those of no others, save that money is often named in general. */
    private void note(TableLabel label) {
        boolean named = label.topic.isTold() || !label.item.isEmpty();
        if (named && !label.scales.isEmpty()) {
            statements.add(new Statement(label.names(), label.scales.get(0)));
        }
        scales.addAll(
                label.scales.stream().filter(scale -> !named || scale.isMoney()).toList());
        all = label.under(all);
    }

    /** The sentence before the table, which tells its topic if it speaks of the table, and the heading above. */
    void before(@Nullable SentenceContext before, @Nullable SentenceContext heading) {
        if (before != null) {
            Tokens tokens = before.tokens;
            boolean ofTable = tokens.is(tokens.count - 1, ":") || labels.says(Type.INTRODUCTION, tokens);
            before(labels.readLast(before), ofTable);
        }
        if (heading != null) {
            before(labels.read(heading), true);
        }
    }

    private void before(TableLabel label, boolean ofTable) {
        if (scales.isEmpty()) {
            label.scales.stream()
                    .filter(scale -> scale.unit() != null && scale.noun() == null)
                    .forEach(scales::add);
        }
        if (all.payer == null && label.payer == FundingSource.CREDIT) {
            all.payer = label.payer; // a bank that the paragraph names gave the loans of the table
        }
        all.topic = all.topic.isTold() || !ofTable ? all.topic : label.topic;
    }

    OfTable all() {
        all.scales = List.copyOf(scales);
        return new OfTable(all, List.copyOf(statements), brackets);
    }
}
