package org.fupin.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.audit.change.ChangeRule;
import org.fupin.audit.change.GrowthRule;
import org.fupin.audit.change.IncreaseRule;
import org.fupin.audit.change.PointsRule;
import org.fupin.audit.contradiction.ContradictionRule;
import org.fupin.audit.contradiction.PayerRule;
import org.fupin.audit.contradiction.PeopleOrTimesRule;
import org.fupin.audit.contradiction.SameMoneyRule;
import org.fupin.audit.contradiction.SameWordsRule;
import org.fupin.audit.contradiction.SwappedDigitsRule;
import org.fupin.audit.contradiction.TwinCountsRule;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.list.AveragePartsRule;
import org.fupin.audit.list.BreakdownCountsRule;
import org.fupin.audit.list.BreakdownsRule;
import org.fupin.audit.list.SumRule;
import org.fupin.audit.plausibility.CountShareRule;
import org.fupin.audit.plausibility.CountiesRule;
import org.fupin.audit.plausibility.FractionRule;
import org.fupin.audit.plausibility.HouseholdSizeRule;
import org.fupin.audit.plausibility.MagnitudeRule;
import org.fupin.audit.plausibility.ProportionRule;
import org.fupin.audit.ratio.AverageRule;
import org.fupin.audit.ratio.BareSharesRule;
import org.fupin.audit.ratio.CompletionRule;
import org.fupin.audit.ratio.RateRule;
import org.fupin.audit.ratio.ShareRule;
import org.fupin.audit.ratio.ShareTotalRule;
import org.fupin.audit.ratio.StandardRule;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.text.MalformedRule;
import org.fupin.audit.text.UnreadTableRule;
import org.fupin.audit.text.YearAheadRule;
import org.fupin.audit.text.YearDigitRule;
import org.fupin.audit.text.YearOrderRule;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reference.AuditWords;
import org.fupin.reference.Counties;
import org.fupin.reference.DoubtReasons;
import org.fupin.reference.Headlines;
import org.fupin.reference.ItemWords;
import org.fupin.reference.ListCues;
import org.fupin.reference.Populations;
import org.fupin.reference.Regions;

/**
 * Checks what the articles of one province and year state against itself. The outcome depends on nothing but the articles:
 * the same articles give the same findings in the same order.
 */
public final class Auditor {

    private final List<AuditRule> rules;
    private final DoubtfulReadings doubtful;

    private Auditor(List<AuditRule> rules, DoubtReasons doubts) {
        this.rules = List.copyOf(rules);
        this.doubtful = new DoubtfulReadings(doubts);
    }

    /** An auditor with all rules and the reference tables they need. */
    public static Auditor create() {
        ListCues cues = ListCues.load();
        AuditWords words = AuditWords.load();
        ItemWords items = ItemWords.load();
        List<AuditRule> rules = List.of(
                new SumRule(cues, words),
                new AveragePartsRule(cues),
                new ShareRule(),
                new RateRule(),
                new ShareTotalRule(cues),
                new BareSharesRule(cues),
                new BreakdownCountsRule(cues),
                new BreakdownsRule(words),
                new GrowthRule(),
                new IncreaseRule(),
                new ChangeRule(cues),
                new PointsRule(),
                new CompletionRule(words),
                new AverageRule(),
                new StandardRule(words),
                new MagnitudeRule(Populations.load()),
                new CountiesRule(Counties.load(), words),
                new ProportionRule(),
                new HouseholdSizeRule(),
                new YearOrderRule(),
                new YearAheadRule(),
                new YearDigitRule(words),
                new FractionRule(words),
                new CountShareRule(),
                new TwinCountsRule(),
                new PayerRule(),
                new MalformedRule(),
                new UnreadTableRule(),
                new ContradictionRule(Regions.load(), Headlines.load(), items),
                new SwappedDigitsRule(items),
                new SameWordsRule(items),
                new PeopleOrTimesRule(items),
                new SameMoneyRule(items, words));
        return new Auditor(rules, DoubtReasons.load());
    }

    /**
     * All findings, identities that hold included: by article, then by the place of their first figure in the text, then in
     * the order of {@link org.fupin.observation.finding.FindingRule}. The same figures are reported once, and so is one slip that breaks
     * several relations ({@link OneSlip}). What rests on a doubtful reading is a warning at most ({@link DoubtfulReadings}).
     *
     * <p>The observations of a finding stand in this order: sum: total, parts; share: whole, part, percentage, or whole and
     * its shares; growth: level, change or earlier level, percentage; change: level, earlier level, change, or the change of
     * the total and those of its parts; completion: plan, done, percentage, or done, gap, percentage; average: total, count,
     * amount for each; contradiction: the two figures, which may stand in two documents. A year out of place is no
     * observation, nor are the numbers of a table that was not understood: those findings refer to where the year, or the first of
     * the numbers, stands.
     *
     * @param articles those of one province and year
     * @param files the names of their documents, by id: messages about two documents say which they are
     */
    public List<Finding> audit(List<ExtractedArticle> articles, Map<String, String> files) {
        List<ArticleFigures> figures = articles.stream()
                .map(article -> new ArticleFigures(
                        article, files.getOrDefault(article.article().documentId(), "")))
                .toList();
        Map<String, Integer> documents = new HashMap<>();
        articles.forEach(article -> documents.putIfAbsent(article.article().documentId(), documents.size()));
        List<Finding> findings = new ArrayList<>();
        Set<Set<ObservationRef>> reported = new HashSet<>();
        for (AuditRule rule : rules) {
            for (Finding finding : rule.check(figures)) {
                if (reported.add(Set.copyOf(finding.observations()))) {
                    findings.add(finding);
                }
            }
        }
        FiguresOf named = new FiguresOf(figures);
        findings = new ArrayList<>(new OneSlip(named).keep(findings));
        findings.replaceAll(new BorneOut(named, findings)::tell);
        findings.replaceAll(new AtFault(named, findings)::tell);
        findings.replaceAll(finding -> doubtful.tell(finding, named.of(finding)));
        Comparator<ObservationRef> byPlace = Comparator.<ObservationRef>comparingInt(
                        ref -> documents.get(ref.documentId()))
                .thenComparingInt(ObservationRef::begin);
        findings.sort(Comparator.comparing(Auditor::first, byPlace)
                .thenComparing(Finding::rule)
                .thenComparing(Finding::observations, lexicographic(byPlace)));
        return List.copyOf(findings);
    }

    /** The same where the names of the documents are not known. */
    public List<Finding> audit(List<ExtractedArticle> articles) {
        return audit(articles, Map.of());
    }

    /** All that is held of a province and year, by the names of its files. */
    public List<Finding> audit(ProvinceYear held) {
        Map<String, String> files = new HashMap<>();
        held.files().forEach(file -> files.putIfAbsent(file.id(), file.name()));
        return audit(held.articles(), files);
    }

    private static <T> Comparator<List<T>> lexicographic(Comparator<T> each) {
        return (one, other) -> {
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                int order = each.compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(one.size(), other.size());
        };
    }

    private static ObservationRef first(Finding finding) {
        return finding.observations().get(0);
    }
}
