package org.fupin.extraction.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Region;
import org.fupin.observation.document.Article;
import org.fupin.reference.Language;
import org.fupin.reference.Language.PayerLevel;
import org.fupin.reference.Language.PayerLevel.Form;
import org.fupin.reference.Language.PayerNoun;
import org.fupin.reference.Language.PayerWord;
import org.fupin.reference.Regions;

/**
 * The words for those who pay or lend, as an article means them: with the names of its region and of its partner filled in.
 * Immutable.
 *
 * @param words phrases that name a payer on their own
 * @param levels levels of government, also as "county-level"
 * @param nouns what stands before and behind levels
 */
public record PayerWords(PhraseIndex<Payer> words, PhraseIndex<Level> levels, PhraseIndex<PayerNoun.Role> nouns) {

    private static final String REGION = "{region}";

    private static final String PARTNER = "{partner}";

    private static final String OTHER = "{other}";

    public record Payer(FundingSource source, PayerWord.Role role) {}

    public record Level(FundingSource source, Form form) {}

    /** Whether what names a payer can begin at the token, by its word. */
    public boolean opensAt(Tokens tokens, int at) {
        return words.opensAt(tokens, at) || levels.opensAt(tokens, at) || nouns.opensAt(tokens, at);
    }

    static PayerWords of(Vocabulary vocabulary, Language language, Regions regions, Article article) {
        Map<String, List<String>> names = Map.of(
                REGION, names(regions, article.region()),
                PARTNER, names(regions, article.partner()),
                OTHER, others(regions, article.region()));
        return of(vocabulary, language, names, isMunicipality(language, regions, article));
    }

    /** Adds the words that any article can give, with the names of all regions, to the vocabulary. */
    static void addAll(Vocabulary vocabulary, Language language, Regions regions) {
        List<String> names = regions.all().stream()
                .flatMap(region -> Stream.of(region.shortName(), region.name()))
                .toList();
        of(vocabulary, language, Map.of(REGION, names, PARTNER, names, OTHER, names), false);
    }

    private static PayerWords of(
            Vocabulary vocabulary, Language language, Map<String, List<String>> names, boolean ofMunicipality) {
        PhraseIndex<Payer> words = PhraseIndex.ofWords(vocabulary);
        for (PayerWord row : language.payers()) {
            filled(row.word(), names).forEach(word -> words.add(word, new Payer(row.source(), row.role())));
        }
        PhraseIndex<PayerNoun.Role> nouns = PhraseIndex.ofLemmas(vocabulary);
        language.payerNouns().forEach(row -> nouns.add(row.word(), row.role()));
        return new PayerWords(words, levels(vocabulary, language, names, ofMunicipality), nouns);
    }

    private static PhraseIndex<Level> levels(
            Vocabulary vocabulary, Language language, Map<String, List<String>> names, boolean ofMunicipality) {
        List<String> suffixes = language.payerNouns().stream()
                .filter(noun -> noun.role() == PayerNoun.Role.LEVEL)
                .map(PayerNoun::word)
                .toList();
        PhraseIndex<Level> levels = PhraseIndex.ofLemmas(vocabulary);
        for (PayerLevel row : language.payerLevels()) {
            boolean raised = ofMunicipality && row.form() == Form.MUNICIPAL;
            FundingSource source = raised ? FundingSource.PROVINCIAL : row.source();
            filled(row.word(), names).forEach(word -> levels.add(word, new Level(source, row.form())));
            if (row.form() != Form.NAME) {
                suffixes.forEach(suffix ->
                        levels.add(row.word().replace(' ', '-') + "-" + suffix, new Level(source, Form.ADJECTIVE)));
            }
        }
        return levels;
    }

    private static boolean isMunicipality(Language language, Regions regions, Article article) {
        if (article.region().isEmpty()) {
            return false;
        }
        String name = regions.region(article.region()).name().toLowerCase(Locale.ROOT);
        return language.payerLevels().stream()
                .anyMatch(level -> level.form() == Form.MUNICIPAL && name.endsWith(" " + level.word()));
    }

    private static Stream<String> filled(String word, Map<String, List<String>> names) {
        return names.keySet().stream()
                .filter(word::contains)
                .findFirst()
                .map(brace -> names.get(brace).stream().map(name -> word.replace(brace, name)))
                .orElse(Stream.of(word));
    }

    private static List<String> others(Regions regions, String code) {
        return regions.all().stream()
                .filter(region -> !region.code().startsWith(code) && !code.startsWith(region.code()))
                .map(Region::shortName)
                .toList();
    }

    private static List<String> names(Regions regions, String code) {
        return code.isEmpty()
                ? List.of()
                : List.of(regions.region(code).shortName(), regions.region(code).name());
    }
}
