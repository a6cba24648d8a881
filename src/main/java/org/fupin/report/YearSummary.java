package org.fupin.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.observation.Region;
import org.fupin.observation.Unit;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Basis;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a year over all provinces that are held.
 *
 * @param edition the latest edition of the provinces; the only date that outputs bear
 * @param provinces in the order of {@link Regions#all()}
 * @param rankings in the order of {@link Indicator}: the indicators that at least one province states
 * @param coverage of all provinces together
 * @param notes how to read it
 */
public record YearSummary(
        int year,
        YearMonth edition,
        List<ProvinceLine> provinces,
        List<Ranking> rankings,
        Coverage coverage,
        List<Note> notes) {

    /** Fewer provinces make no summary. */
    public static final int FEWEST_PROVINCES = 3;

    /** Fewer figures of one kind make no ranking. */
    public static final int FEWEST_COMPARED = 3;

    public YearSummary {
        provinces = List.copyOf(provinces);
        rankings = List.copyOf(rankings);
        notes = List.copyOf(notes);
    }

    /**
     * A province.
     *
     * @param findings what does not hold in its reports, errors first
     */
    public record ProvinceLine(Region region, int vintage, Coverage coverage, List<Check> findings) {

        public ProvinceLine {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Provinces by a headline indicator.
     *
     * @param rows those that state it, comparable ones together, most first, each largest first; then those that do not
     */
    public record Ranking(Indicator indicator, List<Rank> rows) {

        public Ranking {
            rows = List.copyOf(rows);
        }

        /** The unit of the first row: the preferred one that is stated. */
        public Unit unit() {
            return rows.get(0).headline().figure().observation().quantity().unit();
        }

        /** How many provinces state it. */
        public int available() {
            return (int)
                    rows.stream().filter(row -> row.headline().isAvailable()).count();
        }
    }

    /**
     * A province's place.
     *
     * @param rank 1 for the largest of those that can be compared, the same for equal amounts; null where it is not
     *     available, or fewer than {@link #FEWEST_COMPARED} can be compared
     * @param group what those that can be compared have in common, for people; empty where it is not available
     * @param main whether it can be compared with the first row: only such rows stand in a chart together
     */
    public record Rank(@Nullable Integer rank, Region region, Headline headline, String group, boolean main) {

        /** The headline's flags, and {@link Flag#DEFINITION} where it counts something else than the first row. */
        public List<Flag> flags() {
            if (main || !headline.isAvailable()) {
                return headline.flags();
            }
            List<Flag> flags = new ArrayList<>(headline.flags());
            flags.add(Flag.DEFINITION);
            return List.copyOf(flags);
        }
    }

    /**
     * @param provinces those that are held, in any order; all of {@code year}
     * @throws IllegalArgumentException if there is none, one is of another year or its region is unknown
     */
    public static YearSummary of(int year, List<ProvinceYear> provinces, Regions regions) {
        if (provinces.isEmpty()) {
            throw new IllegalArgumentException("no province is held for " + year);
        }
        List<String> order = regions.all().stream().map(Region::code).toList();
        List<ProvinceYearReport> reports = new ArrayList<>();
        for (ProvinceYear province : provinces) {
            if (province.year() != year) {
                throw new IllegalArgumentException(province.region() + " " + province.year() + " is not of " + year);
            }
            reports.add(ProvinceYearReport.of(province, List.of(), regions));
        }
        reports.sort(
                Comparator.comparingInt(report -> order.indexOf(report.region().code())));

        Coverage coverage = Coverage.NONE;
        List<ProvinceLine> lines = new ArrayList<>();
        for (ProvinceYearReport report : reports) {
            coverage = coverage.plus(report.coverage());
            lines.add(new ProvinceLine(
                    report.region(),
                    report.vintage(),
                    report.coverage(),
                    report.checks().findings()));
        }
        List<Figure> figures = new ArrayList<>();
        reports.forEach(report -> figures.addAll(report.figures()));
        return new YearSummary(
                year,
                reports.stream()
                        .map(ProvinceYearReport::edition)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                lines,
                rankings(reports),
                coverage,
                Notes.of(figures));
    }

    /** "Poverty alleviation in 2012, by province". */
    public String title() {
        return "Poverty alleviation in " + year + ", by province";
    }

    public String description() {
        return "Headline figures that " + provinces.size()
                + (provinces.size() == 1 ? " province states" : " provinces state")
                + " in the reports on " + year
                + ". Provinces define and delimit their figures differently: a rank orders"
                + " what is stated, it does not measure performance.";
    }

    /** The ranking by {@code indicator}; null if no province states it. */
    public @Nullable Ranking ranking(Indicator indicator) {
        return rankings.stream()
                .filter(ranking -> ranking.indicator() == indicator)
                .findFirst()
                .orElse(null);
    }

    private static List<Ranking> rankings(List<ProvinceYearReport> reports) {
        List<Ranking> rankings = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            List<Rank> rows = new ArrayList<>();
            for (ProvinceYearReport report : reports) {
                rows.add(new Rank(null, report.region(), headline(report, indicator), "", false));
            }
            if (rows.stream().anyMatch(row -> row.headline().isAvailable())) {
                rankings.add(new Ranking(indicator, ranked(indicator, rows)));
            }
        }
        return rankings;
    }

    private static Headline headline(ProvinceYearReport report, Indicator indicator) {
        return report.headlines().stream()
                .filter(headline -> headline.indicator() == indicator)
                .findFirst()
                .orElseGet(() -> Headline.notStated(indicator));
    }

    /**
     * Ranks within what can be compared: one unit, one scope and one kind of money. The group of most provinces comes first,
     * of equal ones that of the preferred unit.
     */
    private static List<Rank> ranked(Indicator indicator, List<Rank> rows) {
        List<List<Rank>> groups = new ArrayList<>();
        // Who states no poverty line most likely uses that of most others.
        List<Rank> stated = rows.stream()
                .filter(row -> row.headline().basis() != null)
                .sorted(Comparator.comparing(row -> row.headline().basis().line() == null))
                .toList();
        for (Rank row : stated) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(other -> other.headline()
                            .basis()
                            .difference(row.headline().basis())
                            .isEmpty()))
                    .max(Comparator.comparingInt(List::size))
                    .ifPresentOrElse(group -> group.add(row), () -> groups.add(new ArrayList<>(List.of(row))));
        }
        groups.sort(Comparator.<List<Rank>>comparingInt(List::size)
                .reversed()
                .thenComparingInt(
                        group -> indicator.units().indexOf(basis(group).unit().code()))
                .thenComparing(group -> basis(group).scope())
                .thenComparing(group -> basis(group).label()));
        List<Rank> ranked = new ArrayList<>();
        for (List<Rank> group : groups) {
            List<Rank> sorted = group.stream()
                    .sorted(Comparator.comparing(YearSummary::value, Comparator.reverseOrder()))
                    .toList();
            String name = name(group.stream().map(row -> row.headline().basis()).toList());
            int rank = 0;
            for (int i = 0; i < sorted.size(); i++) {
                if (i == 0 || value(sorted.get(i)).compareTo(value(sorted.get(i - 1))) != 0) {
                    rank = i + 1;
                }
                ranked.add(new Rank(
                        sorted.size() < FEWEST_COMPARED ? null : rank,
                        sorted.get(i).region(),
                        sorted.get(i).headline(),
                        name,
                        group == groups.get(0)));
            }
        }
        rows.stream().filter(row -> !row.headline().isAvailable()).forEach(ranked::add);
        return ranked;
    }

    /** What all have in common; a poverty line may be stated by some of them only. */
    private static String name(List<Basis> group) {
        Basis all = group.stream().reduce(Basis::withLine).orElseThrow();
        return all.name()
                + (all.line() != null && group.stream().anyMatch(basis -> basis.line() == null)
                        ? " where one is stated"
                        : "");
    }

    private static Basis basis(List<Rank> group) {
        return group.get(0).headline().basis();
    }

    private static @Nullable BigDecimal value(Rank row) {
        return row.headline().value();
    }
}
