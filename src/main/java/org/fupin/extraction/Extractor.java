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
import org.fupin.extraction.number.ExchangeRatePass;
import org.fupin.extraction.number.LeaveOutPass;
import org.fupin.extraction.number.NumberPass;
import org.fupin.extraction.number.QuantityPass;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.Vocabulary;
import org.fupin.extraction.payer.PayerPass;
import org.fupin.extraction.period.PeriodPass;
import org.fupin.extraction.region.RegionPass;
import org.fupin.extraction.relation.AboutPass;
import org.fupin.extraction.relation.BasePass;
import org.fupin.extraction.relation.PartPass;
import org.fupin.extraction.relation.PerPass;
import org.fupin.extraction.relation.RespectivelyPass;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.PluralNouns;
import org.fupin.extraction.sentence.Reader;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.table.TableReader;
import org.fupin.extraction.table.UnreadTables;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Article;
import org.fupin.observation.ExtractedArticle;
import org.fupin.observation.ExtractedDocument;
import org.fupin.observation.ExtractedSection;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Quantity;
import org.fupin.observation.Section;
import org.fupin.observation.Sentence;
import org.fupin.observation.SourceDocument;
import org.fupin.observation.Span;
import org.fupin.observation.Table;
import org.fupin.observation.Warning;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.ExtractionRules;
import org.fupin.reference.Language;
import org.fupin.reference.Regions;
import org.fupin.reference.TableWords;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the figures of reports. One instance serves any number of threads; the result depends on the text alone.
 *
 * <p>Every number token of a document, in digits or words, ends in exactly one observation or one left-out number.
 */
public final class Extractor {

    private static final int WARNINGS_AT_A_PLACE = 4;

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
        List<Pass> quantities = List.of(new NumberPass(lexicon), new QuantityPass(lexicon));
        tables = new TableReader(lexicon, words, quantities);
        RuleTable.Compiler rows = new RuleTable.Compiler(
                rules,
                new Vocabulary(),
                Mention.facts(lexicon.units),
                Set.of(RegionPass.PLACE, PeriodPass.TIME, PayerPass.PAYER, PluralNouns.CLASS));
        List<Pass> ofProse = List.of(
                new LeaveOutPass("pointers", rows),
                new ExchangeRatePass(lexicon),
                new LeaveOutPass("no figures", rows),
                new LeaveOutPass("dates", rows),
                new RespectivelyPass(),
                new NounPass(lexicon, phrases, rows),
                new KindPass(rows),
                new BasePass(),
                new PartPass(),
                new ListedNounPass(rows),
                new MeasurePass(lexicon, phrases, rows),
                new AboutPass(),
                new PerPass(lexicon, rows),
                new PeriodPass(rows),
                new StatusPass(rows),
                new RegionPass(rows, lexicon),
                new PayerPass(lexicon, rows),
                new ItemPass());
        passes = Stream.concat(quantities.stream(), ofProse.stream()).toList();
    }

    /** An extractor with the reference data of the class path. */
    public static Extractor create() {
        return create(Language.load());
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
        List<LeftOutNumber> outside = new ArrayList<>();
        int at = 0;
        for (Article article : document.articles()) {
            outside(document, at, article.span().begin(), LeftOutReason.FURNITURE, outside);
            articles.add(extract(article, document));
            at = article.span().end();
        }
        outside(document, at, document.text().length(), LeftOutReason.FURNITURE, outside);
        List<Warning> warnings = UnreadTables.in(document, articles);
        return new ExtractedDocument(
                warnings.isEmpty() ? document : withWarnings(document, warnings), articles, outside);
    }

    private static SourceDocument withWarnings(SourceDocument document, List<Warning> more) {
        List<Warning> all = new ArrayList<>(document.warnings());
        all.addAll(more);
        all.sort(Comparator.comparingInt(warning -> warning.span().begin()));
        return new SourceDocument(document.file(), document.text(), document.articles(), all);
    }

    private ExtractedArticle extract(Article article, SourceDocument text) {
        List<ExtractedSection> sections = new ArrayList<>();
        List<LeftOutNumber> outside = new ArrayList<>();
        int at = titleEnd(article, text.text());
        outside(text, article.span().begin(), at, LeftOutReason.NAME, outside);
        for (Section section : article.sections()) {
            outside(text, at, section.begin(), LeftOutReason.FURNITURE, outside);
            outside(text, section.begin(), section.body().begin(), LeftOutReason.NAME, outside);
            at = section.body().begin();
            for (Sentence sentence : section.sentences()) {
                outside(text, at, sentence.span().begin(), LeftOutReason.FURNITURE, outside);
                at = sentence.span().end();
            }
            sections.add(extract(article, section));
        }
        outside(text, at, article.span().end(), LeftOutReason.FURNITURE, outside);
        return new ExtractedArticle(article, sections, outside);
    }

    /** Where the title ends that the article begins with, as the text writes it; the begin where it was stated elsewhere. */
    private static int titleEnd(Article article, String text) {
        int at = article.span().begin();
        String title = article.title();
        for (int i = 0; i < title.length(); i++) {
            if (title.charAt(i) == ' ') {
                continue;
            }
            while (at < article.span().end() && text.charAt(at) != title.charAt(i) && isBlank(text.charAt(at))) {
                at++;
            }
            if (at >= article.span().end() || text.charAt(at) != title.charAt(i)) {
                return article.span().begin();
            }
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /**
     * Numbers where there are no sentences: those of titles and headings, and what was dropped as page furniture or, as a
     * warning of the document says, not read.
     */
    private void outside(SourceDocument document, int from, int to, LeftOutReason reason, List<LeftOutNumber> leftOut) {
        if (from >= to) {
            return;
        }
        Tokens tokens = Tokens.of(document.text().substring(from, to), from);
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.isNumber(i)) {
                Span span = new Span(tokens.begin[i], tokens.end[i]);
                LeftOutReason own = reason == LeftOutReason.FURNITURE ? unread(document, span, reason) : reason;
                leftOut.add(new LeftOutNumber(span, tokens.raw(i, i + 1), own));
            }
        }
        for (Span mark : tokens.footnoteDigits()) {
            leftOut.add(new LeftOutNumber(mark, mark.in(document.text()), LeftOutReason.MARK));
        }
    }

    /** Why the text around a number was not read, if a warning says so. */
    private static LeftOutReason unread(SourceDocument document, Span number, LeftOutReason otherwise) {
        List<Warning> warnings = document.warnings();
        int low = 0;
        int high = warnings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (warnings.get(middle).span().begin() <= number.begin()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // The last ones that begin before the number: few begin at one place.
        for (Warning warning : warnings.subList(Math.max(0, low - WARNINGS_AT_A_PLACE), low)) {
            if (warning.reason() != LeftOutReason.OTHER && warning.span().contains(number.begin())) {
                return warning.reason();
            }
        }
        return otherwise;
    }

    /** The figures of one section. */
    public ExtractedSection extract(Article article, Section section) {
        List<Observation> observations = new ArrayList<>();
        List<LeftOutNumber> leftOut = new ArrayList<>();
        read(article, section, context -> {
            List<Span> numbers = new ArrayList<>(context.mentions.size());
            for (Mention mention : context.mentions) {
                if (mention.isLeftOut()) {
                    LeftOutNumber number = leftOut(context, mention);
                    leftOut.add(number);
                    numbers.add(number.span());
                } else {
                    Observation observation = observation(mention);
                    observations.add(observation);
                    numbers.add(observation.span());
                }
            }
            footnotes(context, numbers, leftOut);
            return true;
        });
        return new ExtractedSection(section, observations, leftOut);
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

    private static LeftOutNumber leftOut(SentenceContext context, Mention mention) {
        Tokens tokens = context.tokens;
        int from = mention.firstNumber;
        int to = Math.max(mention.lastNumber + 1, from + 1);
        for (int i = to; i < mention.to; i++) {
            if (tokens.isNumber(i)) {
                // the 2 of "500 m2" is accounted for with its number
                to = i + 1;
            }
        }
        return new LeftOutNumber(
                new Span(tokens.begin[from], tokens.end[to - 1]), tokens.exact(from, to), mention.leftOut);
    }

    /** The digits of footnote marks; those inside of a number's span ("60[6] million") are accounted for with it. */
    private static void footnotes(SentenceContext context, List<Span> numbers, List<LeftOutNumber> leftOut) {
        Tokens tokens = context.tokens;
        for (Span mark : tokens.footnoteDigits()) {
            int index = Sorted.firstFrom(numbers, Span::end, mark.end());
            if (index == numbers.size() || numbers.get(index).begin() > mark.begin()) {
                int begin = mark.begin() - tokens.offset;
                String digits = tokens.text.substring(begin, begin + mark.length());
                leftOut.add(new LeftOutNumber(mark, digits, LeftOutReason.MARK));
            }
        }
    }

    private static Observation observation(Mention mention) {
        Quantity quantity = mention.isRange
                ? Quantity.range(mention.low, mention.high, mention.unit)
                : Quantity.of(mention.value, mention.unit);
        return new Observation(
                new Span(mention.begin(), mention.end()),
                mention.sentence.tokens.exact(mention.from, mention.to),
                quantity,
                mention.kind,
                mention.direction,
                mention.measure,
                mention.source,
                mention.per,
                mention.status,
                mention.qualifier,
                mention.period,
                mention.region,
                onOneLine(mention.item),
                begin(mention.partOf),
                begin(mention.about),
                mention.rules.names(),
                mention.flags,
                mention.doubt);
    }

    /** Words as they stand in the text, without its line breaks and wide gaps. */
    private static String onOneLine(String words) {
        StringBuilder line = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!blank) {
                line.append(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    private static @Nullable Integer begin(@Nullable Mention mention) {
        return mention == null || mention.isLeftOut() ? null : mention.begin();
    }
}
