package org.fupin.report.figure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.Revision;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.jspecify.annotations.Nullable;

/** The figures, sentences and left-out numbers of a province and year, numbered and linked to each other. */
public final class FigureIndex {

    /** A whole, a part and its percentage. */
    private static final int SHARE_FIGURES = 3;

    private final List<Figure> figures = new ArrayList<>();
    private final Map<ObservationRef, Figure> byRef = new HashMap<>();
    private final List<SourceSentence> sentences = new ArrayList<>();
    private final List<LeftOut.Line> leftOut = new ArrayList<>();
    private final Set<ObservationRef> paired = new HashSet<>();
    private final Set<ObservationRef> local = new HashSet<>();
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Set<ObservationRef> revised = new HashSet<>();
    private final Set<ObservationRef> doubtful = new HashSet<>();
    private final Set<ObservationRef> wrong = new HashSet<>();
    private final Set<ObservationRef> leading = new HashSet<>();
    private final Set<ObservationRef> addingUp = new HashSet<>();
    private final Map<ObservationRef, List<ObservationRef>> listed = new HashMap<>();
    private final Set<ObservationRef> brokenDown = new HashSet<>();
    private final Map<ObservationRef, Set<ObservationRef>> sharesOf = new HashMap<>();
    private final Map<ObservationRef, Finding> worst = new HashMap<>();

    public FigureIndex(ProvinceYear source) {
        source.files().forEach(file -> files.put(file.id(), file));
        Map<String, String> documentOfTitle = new HashMap<>();
        for (ExtractedArticle article : source.articles()) {
            documentOfTitle.put(article.article().title(), article.article().documentId());
        }
        for (Revision revision : source.revisions()) {
            String document = documentOfTitle.get(revision.title());
            if (revision.after() != null && document != null) {
                revised.add(new ObservationRef(document, revision.after().begin()));
            }
        }
        for (Finding finding : source.findings()) {
            if (finding.rule() == FindingRule.SHARE && finding.observations().size() == SHARE_FIGURES) {
                sharesOf.computeIfAbsent(finding.observations().get(0), whole -> new HashSet<>())
                        .add(finding.observations().get(1));
            }
            if (finding.rule() == FindingRule.SUM && !finding.observations().isEmpty()) {
                listed.putIfAbsent(
                        finding.observations().get(0),
                        finding.observations().subList(1, finding.observations().size()));
            }
            if (finding.holds()) {
                if (finding.rule() == FindingRule.SUM && !finding.observations().isEmpty()) {
                    addingUp.add(finding.observations().get(0));
                }
                continue;
            }
            finding.doubted()
                    .forEach(ref -> worst.merge(ref, finding, (a, b) -> a.severity() == Severity.ERROR ? a : b));
            doubtful.addAll(finding.doubted());
            if (finding.severity() == Severity.ERROR
                    && (finding.rule() == FindingRule.MALFORMED || finding.rule() == FindingRule.PLAUSIBILITY)) {
                wrong.addAll(finding.observations());
            }
        }
        source.articles().forEach(this::add);
        for (Figure figure : figures) {
            Integer total = figure.observation().partOf();
            if (total != null && figure.observation().source() != null) {
                brokenDown.add(new ObservationRef(figure.ref().documentId(), total));
            }
        }
    }

    /** In the order of articles and text. */
    public List<Figure> figures() {
        return figures;
    }

    /** In the order of articles and text. */
    public List<SourceSentence> sentences() {
        return sentences;
    }

    /** In the order of articles and text. */
    public List<LeftOut.Line> leftOut() {
        return leftOut;
    }

    @Nullable
    public Figure figure(ObservationRef ref) {
        return byRef.get(ref);
    }

    /** The figure at an offset of a document; null if there is none. */
    @Nullable
    public Figure figure(String documentId, int begin) {
        return byRef.get(new ObservationRef(documentId, begin));
    }

    /** The figure at this offset of the document that {@code of} stands in; null for a null or unknown offset. */
    @Nullable
    public Figure figure(Figure of, @Nullable Integer begin) {
        return begin == null ? null : byRef.get(new ObservationRef(of.ref().documentId(), begin));
    }

    /** The figures of a finding that are held, in its order. */
    public List<Figure> figures(Finding finding) {
        List<Figure> found = new ArrayList<>();
        for (ObservationRef ref : finding.observations()) {
            Figure figure = byRef.get(ref);
            if (figure != null) {
                found.add(figure);
            }
        }
        return found;
    }

    /** Whether a figure stands in a report on pairing-off aid rather than in the province's general one. */
    public boolean isPaired(Figure figure) {
        return paired.contains(figure.ref());
    }

    /** Whether a figure stands in the report of a county or prefecture: it is none of the province as a whole. */
    public boolean isLocal(Figure figure) {
        return local.contains(figure.ref());
    }

    /**
     * Whether the number itself was repaired or is impossible. A figure that only disagrees with others is not, because it
     * may be the one that is right.
     */
    public boolean isWrong(Figure figure) {
        return wrong.contains(figure.ref()) || figure.observation().flags().contains(Observation.REPAIRED);
    }

    /** Whether the parts of a total were found to add up to it. */
    public boolean addsUp(Figure total) {
        return addingUp.contains(total.ref());
    }

    /** Whether the source breaks a total down by payer, or its parts were found to add up to it. */
    public boolean isBrokenDown(Figure total) {
        return addsUp(total) || brokenDown.contains(total.ref());
    }

    /** The figures that the source lists as parts of {@code total}, whether they add up to it or not; empty if none. */
    public List<Figure> listed(Figure total) {
        return listed.getOrDefault(total.ref(), List.of()).stream()
                .map(byRef::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether percentages of a figure are stated for amounts that are told before it and are no parts of it by its list. */
    public boolean isBase(Figure whole) {
        return sharesOf.getOrDefault(whole.ref(), Set.of()).stream()
                .map(byRef::get)
                .anyMatch(part -> part != null
                        && part.number() < whole.number()
                        && figure(part, part.observation().partOf()) != whole);
    }

    /** The worst finding that gives reason to doubt a figure; null if there is none. */
    @Nullable
    public Finding worstFinding(Figure figure) {
        return worst.get(figure.ref());
    }

    /** Whether a figure stands in the overview; in an article without one, its first section with
     * figures is taken, unless that is about one programme. */
    public boolean isOverview(Figure figure) {
        return figure.programme() == Programme.OVERVIEW
                || leading.contains(figure.ref()) && figure.programme().isGeneral();
    }

    /** The document of this id; one that is not listed is described by its id alone. */
    public SourceFile file(String id) {
        SourceFile file = files.get(id);
        return file == null ? new SourceFile(id, id, "", "", 0) : file;
    }

    private void add(ExtractedArticle extracted) {
        if (extracted.sections().stream().noneMatch(s -> s.section().programme() == Programme.OVERVIEW)) {
            extracted.sections().stream()
                    .filter(section -> !section.observations().isEmpty())
                    .findFirst()
                    .ifPresent(section -> section.observations()
                            .forEach(observation -> leading.add(
                                    new ObservationRef(extracted.article().documentId(), observation.begin()))));
        }
        for (ExtractedSection section : extracted.sections()) {
            add(extracted.article(), section);
        }
        for (LeftOutNumber number : extracted.outside()) {
            addLeftOut(extracted.article(), "", number, null);
        }
    }

    private void add(Article article, ExtractedSection extracted) {
        String heading = extracted.section().heading();
        List<Sentence> texts = extracted.section().sentences();
        int firstSentence = sentences.size() + 1;
        int firstFigure = figures.size() + 1;

        List<Observation> observations = extracted.observations();
        int[] sentenceOf = new int[observations.size()];
        List<List<Integer>> figuresOf = new ArrayList<>();
        texts.forEach(text -> figuresOf.add(new ArrayList<>()));
        for (int i = 0; i < sentenceOf.length; i++) {
            sentenceOf[i] = at(texts, observations.get(i).begin());
            if (sentenceOf[i] >= 0) {
                figuresOf.get(sentenceOf[i]).add(firstFigure + i);
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            sentences.add(new SourceSentence(
                    firstSentence + i,
                    article.documentId(),
                    file(article.documentId()).name(),
                    article.title(),
                    heading,
                    extracted.section().programme(),
                    texts.get(i).span(),
                    texts.get(i).text(),
                    figuresOf.get(i)));
        }
        for (int i = 0; i < sentenceOf.length; i++) {
            Observation observation = observations.get(i);
            ObservationRef ref = new ObservationRef(article.documentId(), observation.begin());
            Figure figure = new Figure(
                    firstFigure + i,
                    observation.id(article.documentId()),
                    ref,
                    observation,
                    article.year(),
                    article.title(),
                    heading,
                    extracted.section().programme(),
                    sentenceOf[i] < 0 ? null : sentences.get(firstSentence - 1 + sentenceOf[i]),
                    flags(ref, observation));
            figures.add(figure);
            byRef.put(ref, figure);
            if (!article.partner().isEmpty()) {
                paired.add(ref);
            }
            if (!article.subArea().isEmpty()) {
                local.add(ref);
            }
        }
        for (LeftOutNumber number : extracted.leftOut()) {
            int sentence = at(texts, number.span().begin());
            addLeftOut(article, heading, number, sentence < 0 ? null : firstSentence + sentence);
        }
    }

    private void addLeftOut(Article article, String heading, LeftOutNumber number, @Nullable Integer sentence) {
        leftOut.add(new LeftOut.Line(
                leftOut.size() + 1,
                article.documentId(),
                file(article.documentId()).name(),
                article.title(),
                heading,
                number.span(),
                number.text(),
                number.reason(),
                sentence));
    }

    private List<Flag> flags(ObservationRef ref, Observation observation) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        if (revised.contains(ref)) {
            flags.add(Flag.REVISED);
        }
        if (observation.flags().contains(Observation.CORRECTED)) {
            flags.add(Flag.CORRECTED);
        }
        if (observation.qualifier() == Qualifier.ABOUT) {
            flags.add(Flag.ESTIMATED);
        }
        if (observation.flags().contains(Observation.REPAIRED)
                || !observation.doubt().isEmpty()
                || doubtful.contains(ref)) {
            flags.add(Flag.LOW_RELIABILITY);
        }
        return List.copyOf(flags);
    }

    /** Index of the sentence that contains the offset, or -1. */
    private static int at(List<Sentence> sentences, int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else if (sentences.get(middle).span().begin() > offset) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
