package org.fupin.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.extraction.explain.Explainer;
import org.fupin.extraction.item.ItemPass;
import org.fupin.extraction.kind.KindPass;
import org.fupin.extraction.kind.StatusPass;
import org.fupin.extraction.measure.MeasurePass;
import org.fupin.extraction.noun.ListedNounPass;
import org.fupin.extraction.noun.NounPass;
import org.fupin.extraction.number.LeaveOutPass;
import org.fupin.extraction.number.NumberPass;
import org.fupin.extraction.number.QuantityPass;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.payer.PayerPass;
import org.fupin.extraction.period.PeriodPass;
import org.fupin.extraction.region.RegionPass;
import org.fupin.extraction.relation.AboutPass;
import org.fupin.extraction.relation.BasePass;
import org.fupin.extraction.relation.PartPass;
import org.fupin.extraction.relation.PerPass;
import org.fupin.extraction.relation.RespectivelyPass;
import org.fupin.extraction.relation.TornTotalPass;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.PluralNouns;
import org.fupin.extraction.sentence.Reader;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.table.TableReader;
import org.fupin.extraction.table.UnreadTables;
import org.fupin.extraction.text.Lexicon;
import org.fupin.observation.Lazy;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.Table;
import org.fupin.observation.document.Warning;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.Language;
import org.fupin.reference.Regions;
import org.fupin.reference.TableWords;
import org.fupin.reference.Units;

/**
 * Extracts the figures of reports. One instance serves any number of threads; the result depends on the text alone.
 *
 * <p>Every number token of a document, in digits or words, ends in exactly one observation or one left-out number.
 */
public final class Extractor {

    private static final Lazy<Extractor> SHARED = new Lazy<>(() -> create(Language.load()));

    private final Lexicon lexicon;
    private final Regions regions;
    private final ExtractionRules rules;
    private final List<Pass> passes;
    private final TableReader tables;
    private final DoubtReasons doubtReasons = DoubtReasons.load();
    private final Doubts doubts;

    private Extractor(Lexicon lexicon, TableWords words, Regions regions, ExtractionRules rules) {
        this.regions = regions;
        this.rules = rules;
        NounPhrases phrases = new NounPhrases(lexicon);
        this.lexicon = lexicon;
        doubts = new Doubts(rules, doubtReasons);
        RuleTable.Compiler rows = new RuleTable.Compiler(
                rules,
                lexicon.vocabulary,
                Mention.facts(lexicon.units),
                Set.of(RegionPass.PLACE, PeriodPass.TIME, PayerPass.PAYER, PluralNouns.CLASS));
        List<Pass> quantities = List.of(new NumberPass(lexicon, rows), new QuantityPass(lexicon, rows));
        tables = new TableReader(lexicon, words, quantities);
        List<Pass> ofProse = List.of(
                new LeaveOutPass("pointers", rows),
                new LeaveOutPass("exchange rates", rows),
                new LeaveOutPass("no figures", rows),
                new LeaveOutPass("dates", rows),
                new RespectivelyPass(),
                new NounPass(lexicon, phrases, rows),
                new KindPass(rows),
                new BasePass(rows),
                new PartPass(rows),
                new TornTotalPass(),
                new ListedNounPass(rows),
                new MeasurePass(lexicon, phrases, rows),
                new AboutPass(rows),
                new PerPass(lexicon, rows),
                new PeriodPass(rows),
                new StatusPass(rows),
                new RegionPass(rows, lexicon),
                new PayerPass(lexicon, rows),
                new ItemPass());
        passes = Stream.concat(quantities.stream(), ofProse.stream()).toList();
    }

    /** The extractor with the reference data of the class path, which is made once. */
    public static Extractor create() {
        return SHARED.get();
    }

    /** An extractor that knows the language by other tables than those of the class path. */
    public static Extractor create(Language language) {
        Regions regions = Regions.load();
        return new Extractor(
                new Lexicon(language, Units.load(), regions), TableWords.load(), regions, ExtractionRules.load());
    }

    /** All figures of a document. */
    public ExtractedDocument extract(SourceDocument document) {
        List<ExtractedArticle> articles = new ArrayList<>();
        OutsideNumbers outside = new OutsideNumbers(document);
        int at = 0;
        for (Article article : document.articles()) {
            outside.add(at, article.span().begin(), LeftOutReason.FURNITURE);
            articles.add(extract(article, document));
            at = article.span().end();
        }
        outside.add(at, document.text().length(), LeftOutReason.FURNITURE);
        List<Warning> warnings = UnreadTables.in(document, articles);
        return new ExtractedDocument(
                warnings.isEmpty() ? document : withWarnings(document, warnings), articles, outside.all());
    }

    private static SourceDocument withWarnings(SourceDocument document, List<Warning> more) {
        List<Warning> all = new ArrayList<>(document.warnings());
        all.addAll(more);
        all.sort(Comparator.comparingInt(warning -> warning.span().begin()));
        return document.withWarnings(all);
    }

    private ExtractedArticle extract(Article article, SourceDocument document) {
        List<ExtractedSection> sections = new ArrayList<>();
        OutsideNumbers outside = new OutsideNumbers(document);
        int at = outside.titleEnd(article);
        outside.add(article.span().begin(), at, LeftOutReason.NAME);
        for (Section section : article.sections()) {
            outside.add(at, section.begin(), LeftOutReason.FURNITURE);
            outside.add(section.begin(), section.body().begin(), LeftOutReason.NAME);
            at = section.body().begin();
            for (Sentence sentence : section.sentences()) {
                outside.add(at, sentence.span().begin(), LeftOutReason.FURNITURE);
                at = sentence.span().end();
            }
            sections.add(extract(article, section));
        }
        outside.add(at, article.span().end(), LeftOutReason.FURNITURE);
        return new ExtractedArticle(article, sections, outside.all());
    }

    /** The figures of one section. */
    public ExtractedSection extract(Article article, Section section) {
        SectionFigures figures = new SectionFigures();
        read(article, section, context -> {
            figures.add(context);
            return true;
        });
        return new ExtractedSection(section, figures.observations(), figures.leftOut());
    }

    /** The tables by the begins of their sentences. */
    private static Map<Integer, Table> ofTables(Section section) {
        Map<Integer, Table> ofTables = new HashMap<>();
        for (Table table : section.tables()) {
            table.sentences().forEach(sentence -> ofTables.put(sentence.span().begin(), table));
        }
        return ofTables;
    }

    /** Reads sentence after sentence, as each may go on about the one before, with all passes in order. */
    void read(Article article, Section section, Reader watched) {
        Reader reader = new Reader() {
            @Override
            public void passed(Pass pass, SentenceContext context) {
                watched.passed(pass, context);
            }

            @Override
            public boolean goesOn(SentenceContext context) {
                doubts.conclude(context);
                return watched.goesOn(context);
            }
        };
        SentenceContext previous = null;
        Map<Integer, Table> ofTables = ofTables(section);
        for (Sentence sentence : section.sentences()) {
            Table table = ofTables.get(sentence.span().begin());
            if (table != null) {
                boolean first = table.first().span().equals(sentence.span());
                if (first && !tables.read(article, section, table, previous, reader)) {
                    return;
                }
                continue;
            }
            boolean sameParagraph = previous != null && previous.source.paragraph() == sentence.paragraph();
            SentenceContext context =
                    new SentenceContext(article, section, sentence, sameParagraph ? previous : null, lexicon);
            for (Pass pass : passes) {
                if (pass.isForAll() || !context.mentions.isEmpty()) {
                    pass.apply(context);
                    reader.passed(pass, context);
                }
            }
            if (!reader.goesOn(context)) {
                return;
            }
            previous = context;
        }
    }

    /**
     * How the number at an offset was read: its sentence, each field of the figure with its value and why it has it, the
     * other figures in short, and what each pass changed. Of a number that is no figure the reason; of an offset without a
     * sentence what stands there. Plain text, lines of at most 100 characters.
     *
     * @throws IllegalArgumentException if the document has no such offset
     */
    public String explain(SourceDocument document, int offset) {
        if (offset < 0 || offset >= document.text().length()) {
            throw new IllegalArgumentException(
                    "offset " + offset + " is outside of " + document.file().name() + ", which has offsets 0 to "
                            + (document.text().length() - 1));
        }
        Explainer explainer = new Explainer(rules, doubtReasons, regions, document, offset);
        Article article = null;
        Section heading = null;
        for (Article candidate : document.articles()) {
            article = candidate.span().contains(offset) ? candidate : article;
        }
        for (Section section : article == null ? List.<Section>of() : article.sections()) {
            if (section.sentences().stream().anyMatch(s -> s.span().contains(offset))) {
                read(article, section, explainer);
                return explainer.toString();
            }
            heading = section.begin() <= offset && offset < section.body().begin() ? section : heading;
        }
        explainer.outside(article, heading);
        return explainer.toString();
    }
}
