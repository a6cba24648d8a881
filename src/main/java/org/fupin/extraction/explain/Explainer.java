package org.fupin.extraction.explain;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Reader;
import org.fupin.extraction.sentence.Reasons.Reason;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Region;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.Regions;
import org.jspecify.annotations.Nullable;

/**
 * Explains a number of a document to people: where it stands, what was concluded of it and why, and which pass changed what.
 * Watches the sentence at the offset being read.
 */
public final class Explainer implements Reader {

    /** Widest column but the last, in characters. */
    private static final int WIDEST = 34;

    /** How many words around a number show where it stands. */
    private static final int AROUND = 5;

    private final ExtractionRules rules;
    private final DoubtReasons doubts;
    private final Regions regions;
    private final SourceDocument document;
    private final int offset;
    private final PassLog log = new PassLog();
    private final TextLayout out = new TextLayout();

    public Explainer(ExtractionRules rules, DoubtReasons doubts, Regions regions, SourceDocument document, int offset) {
        this.rules = rules;
        this.doubts = doubts;
        this.regions = regions;
        this.document = document;
        this.offset = offset;
    }

    @Override
    public void passed(Pass pass, SentenceContext context) {
        if (isWanted(context)) {
            log.after(pass, context);
        }
    }

    @Override
    public boolean goesOn(SentenceContext context) {
        if (isWanted(context)) {
            explain(context);
            return false;
        }
        return true;
    }

    private boolean isWanted(SentenceContext context) {
        return context.source.span().contains(offset);
    }

    /** The offset lies in no sentence: tells what stands there. */
    public void outside(@Nullable Article article, @Nullable Section heading) {
        out.line("Source    " + document.file().name());
        if (article == null) {
            out.blank();
            out.line("No report at offset " + offset + ".");
        } else {
            place(article);
            boolean title = offset < article.span().begin() + article.title().length();
            out.blank();
            out.line("No sentence at offset " + offset + ": it is in "
                    + (title
                            ? "the title of the report."
                            : heading != null
                                    ? "the heading of the section \"" + heading.heading() + "\"."
                                    : "an attribution, a page number or other page furniture."));
        }
        boolean named = article != null
                && (heading != null
                        || offset < article.span().begin() + article.title().length());
        out.line(
                named
                        ? "A number in a title or heading is part of a name and left out (name)."
                        : "A number there does not describe the province and is left out (furniture).");
    }

    private void place(Article article) {
        Region region = regions.region(article.region());
        out.line("Report    " + article.title());
        String on = article.subArea().isEmpty() ? "" : article.subArea() + ", ";
        out.line("          on " + on + region.name() + " (" + region.code() + ") in " + article.year());
        if (!article.stated().isEmpty()) {
            out.line("          as an operator stated: " + article.stated());
        }
    }

    private void explain(SentenceContext context) {
        Section section = context.section;
        out.line("Source    " + document.file().name());
        place(context.article);
        out.line("Section   " + (section.heading().isEmpty() ? "(no heading)" : section.heading()) + " ("
                + section.programme().code() + ")");
        out.line("Sentence  characters " + context.source.span().begin() + " to "
                + (context.source.span().end() - 1));
        Mention wanted = wanted(context.mentions);
        Mention shown = wanted != null ? wanted : nearest(context.figures());
        out.blank();
        out.paragraph(marked(context, shown));
        out.blank();
        if (context.figures().isEmpty()) {
            out.line("The sentence states no figure.");
            out.blank();
        }
        if (shown != null) {
            if (wanted == null && isFootnote(context)) {
                out.line("The number at offset " + offset
                        + " is a footnote mark and left out (mark); this is the figure" + " nearest to it.");
                out.blank();
            } else if (wanted == null) {
                out.line("No number at offset " + offset + "; this is the figure nearest to it.");
                out.blank();
            }
            number(shown);
        }
        others(context, shown);
        list("How the sentence is built", StructureTable.of(context));
        if (shown != null) {
            passes(shown);
        }
    }

    private boolean isFootnote(SentenceContext context) {
        return context.tokens.footnoteDigits().stream().anyMatch(mark -> mark.contains(offset));
    }

    private void number(Mention mention) {
        if (mention.isLeftOut()) {
            out.line(FigureTable.reference(mention) + " is not a figure");
            out.blank();
            List<Reason> all = mention.rules.all();
            Reason last = all.get(all.size() - 1);
            out.table(
                    List.of(
                            List.of("reason", mention.leftOut.code()),
                            List.of("why", FigureTable.text(rules, mention, last)),
                            List.of("words", around(mention))),
                    WIDEST);
        } else {
            out.line(FigureTable.reference(mention));
            out.blank();
            List<List<String>> rows = new ArrayList<>(FigureTable.of(rules, mention));
            for (String code : mention.doubt) {
                rows.add(List.of("doubt", code, doubts.sentences(List.of(code)).get(0)));
            }
            out.table(rows, WIDEST);
        }
        out.blank();
    }

    private static String around(Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        int from = Math.max(0, mention.from - AROUND);
        int to = Math.min(tokens.count, mention.to + AROUND);
        return (from > 0 ? "... " : "") + tokens.raw(from, to) + (to < tokens.count ? " ..." : "");
    }

    private void others(SentenceContext context, @Nullable Mention shown) {
        List<List<String>> figures = new ArrayList<>();
        List<List<String>> leftOut = new ArrayList<>();
        for (Mention mention : context.mentions) {
            String text = FigureTable.quoted(context.tokens.raw(mention.from, mention.to));
            if (mention == shown) {
                continue;
            }
            if (mention.isLeftOut()) {
                leftOut.add(List.of(String.valueOf(mention.begin()), text, mention.leftOut.code()));
            } else {
                figures.add(List.of(String.valueOf(mention.begin()), text, FigureTable.brief(mention)));
            }
        }
        list(shown == null || shown.isLeftOut() ? "Figures of the sentence" : "Other figures of the sentence", figures);
        list("Numbers of the sentence that are no figures", leftOut);
    }

    private void list(String heading, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            out.line(heading);
            out.table(rows, WIDEST);
            out.blank();
        }
    }

    private void passes(Mention mention) {
        List<List<String>> rows = new ArrayList<>();
        for (PassLog.Entry entry : log.of(mention)) {
            rows.add(List.of(entry.pass(), String.join(", ", entry.rules()), String.join(", ", entry.changes())));
        }
        list("Pass by pass: the rules that applied, and what changed", rows);
    }

    /** The number at the offset, null if none stands there. */
    private @Nullable Mention wanted(List<Mention> mentions) {
        for (Mention mention : mentions) {
            if (mention.begin() <= offset && offset < mention.end()) {
                return mention;
            }
        }
        return null;
    }

    private @Nullable Mention nearest(List<Mention> figures) {
        Mention nearest = null;
        int least = Integer.MAX_VALUE;
        for (Mention figure : figures) {
            int distance = Math.max(figure.begin() - offset, offset - figure.end());
            if (distance < least) {
                nearest = figure;
                least = distance;
            }
        }
        return nearest;
    }

    /** The sentence with the number explained between double and the other figures between single marks. */
    private static String marked(SentenceContext context, @Nullable Mention shown) {
        String text = context.source.text();
        int base = context.source.span().begin();
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Mention mention : context.mentions) {
            if (mention.isLeftOut() && mention != shown || mention.begin() - base < at) {
                continue;
            }
            marked.append(text, at, mention.begin() - base).append(mention == shown ? ">>" : "[");
            marked.append(text, mention.begin() - base, mention.end() - base);
            marked.append(mention == shown ? "<<" : "]");
            at = mention.end() - base;
        }
        return marked.append(text.substring(at)).toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
