package org.fupin.job.past;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fupin.settings.EditionChoice;
import org.fupin.settings.RunScope;
import org.fupin.settings.SettingsException;
import org.fupin.warehouse.query.EditionHistory;
import org.fupin.warehouse.query.EditionRun;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/**
 * The editions that an operator asks for, beside those of other provinces and years at the same time.
 *
 * @param name "2026-03" or "vintage 1 of CN-GS 2012"
 * @param folder of their reports in that of all past editions
 * @param all by year and region: what a report shows beside its own year comes from here, and a summary
 * @param asked those whose reports are to be made
 */
record ChosenEditions(
        String name, String folder, SortedMap<ProvinceYearKey, EditionRun> all, List<ProvinceYearKey> asked) {

    private static final String OPTION = "--as-of";

    /** @throws SettingsException if there is no such edition */
    static ChosenEditions of(
            EditionChoice choice, RunScope scope, ProvinceYears provinceYears, EditionHistory history) {
        return choice.vintage() == null
                ? ofMonth(choice, scope, provinceYears, history)
                : ofVintage(choice.vintage(), scope, provinceYears, history);
    }

    private static ChosenEditions ofVintage(
            int vintage, RunScope scope, ProvinceYears provinceYears, EditionHistory history) {
        if (scope.areas().size() != 1 || scope.years().size() != 1) {
            throw new SettingsException(
                    OPTION,
                    "vintage " + vintage
                            + " is one of a province and year: give --area and --year, one of each, or a month"
                            + " such as 2026-03 instead");
        }
        ProvinceYearKey key =
                new ProvinceYearKey(scope.areas().first(), scope.years().first());
        List<EditionRun> editions = history.runs(key);
        String of = key.region() + " " + key.year();
        if (editions.isEmpty()) {
            throw new SettingsException(OPTION, "the warehouse never held a report on " + of);
        }
        if (vintage > editions.size()) {
            throw new SettingsException(
                    OPTION,
                    of + " has no vintage " + vintage + ": expected "
                            + (editions.size() == 1 ? "1, the only one" : "1 to " + editions.size()));
        }
        long run = editions.get(vintage - 1).run();
        if (provinceYears.after(key, run).isEmpty()) {
            throw new SettingsException(
                    OPTION, "vintage " + vintage + " of " + of + " holds nothing: its only report was taken back");
        }
        SortedMap<ProvinceYearKey, EditionRun> all = last(provinceYears, history, edition -> edition.run() <= run);
        return new ChosenEditions(
                "vintage " + vintage + " of " + of,
                key.region() + "-" + key.year() + "-vintage-" + vintage,
                all,
                List.of(key));
    }

    private static ChosenEditions ofMonth(
            EditionChoice choice, RunScope scope, ProvinceYears provinceYears, EditionHistory history) {
        SortedMap<ProvinceYearKey, EditionRun> all = last(
                provinceYears,
                history,
                edition -> edition.edition().compareTo(Objects.requireNonNull(choice.month())) <= 0);
        List<ProvinceYearKey> asked =
                all.keySet().stream().filter(scope::includes).toList();
        if (asked.isEmpty()) {
            Optional<EditionRun> first = provinceYears.everHeld().stream()
                    .filter(scope::includes)
                    .flatMap(key -> history.runs(key).stream())
                    .min((one, other) -> one.edition().compareTo(other.edition()));
            throw new SettingsException(
                    OPTION,
                    first.map(edition -> "there is no edition of " + choice + " or before: the first is of "
                                    + edition.edition())
                            .orElse("the warehouse never held such a report"));
        }
        return new ChosenEditions(choice.toString(), choice.toString(), all, asked);
    }

    private static SortedMap<ProvinceYearKey, EditionRun> last(
            ProvinceYears provinceYears, EditionHistory history, Predicate<EditionRun> which) {
        SortedMap<ProvinceYearKey, EditionRun> all = new TreeMap<>();
        for (ProvinceYearKey key : provinceYears.everHeld()) {
            history.runs(key).stream()
                    .filter(which)
                    .reduce((earlier, later) -> later)
                    .filter(edition ->
                            !provinceYears.filesAfter(key, edition.run()).isEmpty())
                    .ifPresent(edition -> all.put(key, edition));
        }
        return all;
    }

    EditionRun edition(ProvinceYearKey key) {
        return Objects.requireNonNull(all.get(key));
    }

    /** The last run that made one of those asked for. */
    long run() {
        return asked.stream().mapToLong(key -> edition(key).run()).max().orElseThrow();
    }
}
