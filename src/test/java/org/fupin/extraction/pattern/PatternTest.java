package org.fupin.extraction.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.pattern.Pattern.Match;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Vocabulary;
import org.fupin.observation.Dimension;
import org.fupin.observation.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notation of rules, element by element. */
class PatternTest {

    private static final Keys FACTS = Keys.NONE.with("status", Status.class).with("dimension", Dimension.class);
    private static final Map<String, String> MONEY = Map.of("dimension", "money");

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '#',
            value = {
                // words, stems, endings
                "plans @ # the plans {5} # the plan {5}",
                "@ wells # {5} wells # {5} good wells",
                "(plan*|goal) of @ # planning of {5} # explaining of {5}",
                "plan* @ # plan {5} # pla {5}",
                "*ing @ # digging {5} # digs {5}",
                "re*ed @ # repaired {5} # repairing {5}",
                "to * @ # to dig {5} # to {5}",
                // classes
                "[future] @ # will {5} # did {5}",
                "[part] @ # of which {5} # of that {5}",
                "@ [average] # {5} on average # {5} on top",
                "[requirement:to] @ # required {5} # must {5}",
                "[num] @ # 30 {5} # wells {5}",
                "in [year] @ # in 2011 {5} # in 11 {5}",
                "[Name] @ # Qinghe {5} # river {5}",
                "[fig] and @ # <30> and {5} # 30 and {5}",
                "@ and [fig] # {5} and <30 million> # {5} and 30 million",
                "[fig:money] @ # <30 yuan> {5} # 30 yuan {5}",
                "[fig:status=] @ # <30 yuan> {5} # 30 yuan {5}",
                "[fig:dimension=money] @ # <30 yuan> {5} # yuan {5}",
                // groups
                "(plan|goal of) @ # a goal of {5} # a plan of {5}",
                "(plan|[future]) @ # will {5} # would {5}",
                "plan to? @ # plan {5} # plan the {5}",
                "plan to? @ # plan to {5} # to {5}",
                "will !not dig @ # will dig {5} # will not dig {5}",
                "will !not .. @ # will dig {5} # will not dig {5}",
                "!<not planned @ # was planned {5} # not planned {5}",
                "@ .. were !not # {5} wells were dug # {5} wells were not",
                "[verb]&*ed @ # planned {5} # plans {5}",
                "[verb]&!*ed @ # plans {5} # planned {5}",
                "[target]&![Name] @ # target {5} # Target {5}",
                "[word] @ # the {5} # 30 {5}",
                "th* of @ # the of {5} # a of {5}",
                // edges
                "+ _ @ # +{5} # + {5}",
                "@ _ wells # {5}wells # {5} wells",
                "@ !_ wells # {5} wells # {5}wells",
                "^ @ # So, {5} wells # So, of {5} wells",
                "^^ @ # {5} wells # So, {5} wells",
                "@ wells $ # {5} wells, dug # {5} wells dug",
                "@ wells $$ # {5} wells. # {5} wells, dug",
                // gaps
                "will .. @ # will dig about {5} # will dig, {5}",
                "will ..2 @ # will dig about {5} # will dig not about {5}",
                "will ... @ # will dig, or {5} # will dig; or {5}",
                "will ...3 @ # will dig, or {5} # will dig, or not {5}",
                "will ..{did|has been} @ # will dig {5} # will rest and has been {5}",
                "@ ..{[fig]} dug # {5} were dug # {5} or <8> were dug",
                "@ ... dug # {5} wells, all dug # {5} wells; dug",
                "plan .. to .. @ # plan now to dig {5} # to plan now {5}",
                // anchor and alternatives
                "@noun were # {5}~wells were # {5} wells were",
                "@noun were # {5} were # {5} wells dug",
                "of @number # of {5} # of {about 5}",
                "about @number # {about 5} # {5}",
                "the @{five|six} # the {about six} # the {seven}",
                "the @{!one} # the {two} # the {one}",
                "@{[Name]} [Name] # {Five} Wells # {five} Wells",
                "plan @ || goal @ # goal {5} # aim {5}",
                "the @ wells # the {5} wells # a {5} wells",
                "^^ goal* .. : # Goals: to dig {5} # The goals: to dig {5}",
                // signs
                "\\( @ # plan ({5}) # plan {5}",
                "% @ # 5 % {5} # 5 {5}",
            })
    void elementStandsAndDoesNot(String notation, String fits, String other) {
        assertThat(match(notation, fits)).as(fits).isNotNull();
        assertThat(match(notation, other)).as(other).isNull();
    }

    @Test
    void tellsTheWordsItWentBy() {
        assertThat(words("[intention] to .. @", "They then plan to dig about {5} wells"))
                .containsExactly(2, 4);
        assertThat(words("@ .. (was|were) planned", "{5} wells were planned")).containsExactly(2, 4);
        assertThat(words("^ @ ..", "{5} wells")).containsExactly(0, 0);
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(words("plan .. @", "a plan and a plan of {5}")).containsExactly(4, 5);
    }

    @Test
    void tellsFiguresFromNumbersThatAreLeftOut() {
        Keys facts = Keys.NONE.with("left_out", Set.of("date", "name"));
        Vocabulary vocabulary = new Vocabulary();
        TextScene date = new TextScene("<30> and {5}", Map.of("left_out", "date"), Map.of());
        TextScene figure = new TextScene("<30> and {5}", Map.of(), Map.of());
        for (String out : List.of("[out] and @", "[out:date] and @", "[out:left_out!=name] and @")) {
            Pattern pattern = Pattern.of(out, vocabulary, facts, Set.of());
            assertThat(pattern.match(new Walk(date, date.words(vocabulary)), date.figure))
                    .as(out)
                    .isNotNull();
            assertThat(pattern.match(new Walk(figure, figure.words(vocabulary)), figure.figure))
                    .as(out)
                    .isNull();
        }
        for (String other : List.of("[out:name] and @", "[fig] and @")) {
            Pattern pattern = Pattern.of(other, vocabulary, facts, Set.of());
            assertThat(pattern.match(new Walk(date, date.words(vocabulary)), date.figure))
                    .as(other)
                    .isNull();
        }
    }

    @Test
    void findsPhrasesThatTheCallerSupplies() {
        Vocabulary vocabulary = new Vocabulary();
        Pattern pattern = Pattern.of("from [payer:fiscal] @", vocabulary, FACTS, Set.of("payer"));
        TextScene fiscal = payer("fiscal");
        assertThat(pattern.match(new Walk(fiscal, fiscal.words(vocabulary)), fiscal.figure))
                .isNotNull();
        TextScene own = payer("own");
        assertThat(pattern.match(new Walk(own, own.words(vocabulary)), own.figure))
                .isNull();
    }

    private static TextScene payer(String code) {
        return new TextScene("from the treasury {5}", MONEY, Map.of("payer", List.of(new Hit<>(code, 1, 3))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "plans # expected @",
                "a @ b @ # expected one @",
                "@ (a # expected )",
                "@ (a|) # expected a word",
                "@ a) # expected an element or ||",
                "@ [future # expected ]",
                "@ [futur] # unknown class [futur]",
                "@ [payer] # unknown class [payer]",
                "@ [fig:gold] # unknown dimension 'gold'",
                "@ [fig:colour=red] # unknown key 'colour'",
                "@ ..{a # expected }",
                "@ Plans # lower case",
                "@ a/b # one token",
                "@ a*b*c # expected a word",
                "@ a? ? # expected a word",
                "@ ..{a}3 b # expected a blank",
            })
    void saysWhatIsExpected(String notation, String message) {
        assertThatThrownBy(() -> compiled(notation, new Vocabulary()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    /** Many gaps over a long sentence: ways that meet are one way. */
    @Test
    void workDoesNotGrowWithTheWays() {
        String sentence = "a ".repeat(20_000) + "{5}";
        TextScene scene = new TextScene(sentence, MONEY, Map.of());
        Vocabulary vocabulary = new Vocabulary();
        Pattern pattern = compiled("b? ... a ... a ... a ... a ... a ... a ... a ... b? a @ || c? a @", vocabulary);
        assertThat(pattern.match(new Walk(scene, scene.words(vocabulary)), scene.figure))
                .isNotNull();
        Pattern none = compiled("(b|a c) ... a ... a ... a ... a ... a ... a ... a ... a @", vocabulary);
        assertThat(none.match(new Walk(scene, scene.words(vocabulary)), scene.figure))
                .isNull();
    }

    private static Pattern compiled(String notation, Vocabulary vocabulary) {
        return Pattern.of(notation, vocabulary, FACTS, Set.of());
    }

    private static int[] words(String notation, String sentence) {
        Match match = match(notation, sentence);
        return new int[] {match.from(), match.to()};
    }

    private static Match match(String notation, String sentence) {
        Vocabulary vocabulary = new Vocabulary();
        Pattern pattern = compiled(notation, vocabulary);
        TextScene scene = new TextScene(sentence, MONEY, Map.of());
        return pattern.match(new Walk(scene, scene.words(vocabulary)), scene.figure);
    }
}
