package org.fupin.warehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fupin.testing.DocumentBuilder.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Status;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.edition.Revision;
import org.fupin.reference.Units;
import org.fupin.testing.DocumentBuilder;
import org.fupin.testing.DocumentBuilder.Figure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionsTest {

    /**
     * Figures are written {@code [section:]item=value[unit][/period]}; a revision as {@code before>after}, where nothing
     * stands for a figure that is not there.
     */
    @ParameterizedTest(name = "{0}: {1} | {2}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            nullValues = "-",
            value = {
                "nothing changed        | wells=3 roads=5        | wells=3 roads=5        | ''",
                "another order          | wells=3 roads=5        | roads=5 wells=3        | ''",
                "moved to a section     | A:wells=3 B:roads=5    | A:roads=5 B:wells=3    | ''",
                "same amount, scale     | wells=3                | wells=3.00             | ''",
                "a value                | wells=3 roads=5        | wells=4 roads=5        | wells=3>wells=4",
                "added                  | wells=3                | roads=5 wells=3        | >roads=5",
                "removed                | wells=3 roads=5        | wells=3                | roads=5>",
                "added before the same  | wells=3                | wells=9 wells=3        | >wells=9",
                "one of several         | wells=3 wells=5 wells=7| wells=3 wells=6 wells=7| wells=5>wells=6",
                "section decides        | A:wells=3 B:wells=5    | A:wells=4 B:wells=5    | A:wells=3>A:wells=4",
                "period decides         | wells=3/2010 wells=5   | wells=6 wells=4/2010   | wells=5>wells=6 wells=3/2010>wells=4/2010",
                "period corrected       | wells=3/2010           | wells=3/2011           | wells=3/2010>wells=3/2011",
                "reworded               | deep-new-wells=3       | new-wells=3            | deep-new-wells=3>new-wells=3",
                "the most similar       | new-deep-wells=3 new-wells=5 | deep-new-wells-dug=4 | new-deep-wells=3>deep-new-wells-dug=4 new-wells=5>",
                "too different          | deep-wells=3           | new-roads=4            | >new-roads=4 deep-wells=3>",
                "unit corrected         | roads=5km              | roads=5m               | roads=5km>roads=5m",
                "unit decides           | roads=5km roads=9m     | roads=9m roads=6km     | roads=5km>roads=6km",
                "article added          | -                      | wells=3 roads=5        | >wells=3 >roads=5",
            })
    void matchesFiguresByWhatTheyAre(String name, String before, String after, String revisions) {
        List<Revision> found = Revisions.between(before == null ? null : article(before), article(after));

        assertThat(found.stream().map(RevisionsTest::written)).containsExactlyElementsOf(words(revisions));
        assertThat(found).extracting(Revision::title).allMatch("Hebei"::equals);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** The sections come in the order in which they are first named. */
    private static ExtractedArticle article(String figures) {
        Map<String, List<String>> bySection = new TreeMap<>();
        for (String figure : words(figures)) {
            int colon = figure.indexOf(':');
            bySection
                    .computeIfAbsent(colon < 0 ? "" : figure.substring(0, colon), any -> new ArrayList<>())
                    .add(figure.substring(colon + 1));
        }
        DocumentBuilder builder = document("a.txt").article("CN-HE", 2011, "Hebei");
        bySection.forEach((heading, written) -> {
            builder.section(heading, Programme.OTHER);
            written.forEach(figure -> builder.sentence("[" + figure + "]", figure(heading, figure)));
        });
        return builder.build().articles().get(0);
    }

    private static Figure figure(String heading, String written) {
        String item = written.substring(0, written.indexOf('='));
        String[] amountAndPeriod = written.substring(written.indexOf('=') + 1).split("/");
        String number = amountAndPeriod[0].replaceAll("[a-z]+", "");
        String unit = amountAndPeriod[0].substring(number.length());
        Units units = Units.load();
        return (span, text, region, year) -> new Observation(
                span,
                (heading.isEmpty() ? "" : heading + ":") + written,
                Quantity.of(new BigDecimal(number), units.unit(unit.isEmpty() ? "1" : unit)),
                Kind.LEVEL,
                null,
                Measure.FACILITIES,
                null,
                null,
                Status.ACTUAL,
                Qualifier.EXACT,
                amountAndPeriod.length > 1 ? Period.parse(amountAndPeriod[1]) : Period.ofYear(year + 1),
                region,
                item.replace('-', ' '),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static String written(Revision revision) {
        return (revision.before() == null ? "" : revision.before().text()) + ">"
                + (revision.after() == null ? "" : revision.after().text());
    }
}
