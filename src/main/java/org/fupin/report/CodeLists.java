package org.fupin.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.reference.Units;
import org.fupin.report.figure.Labels;
import org.fupin.report.headline.Choice;
import org.jspecify.annotations.Nullable;

/** The code lists of figures and numbers left out, with a name for each code. */
public final class CodeLists {

    /** A code and its name. */
    public record Choice(String code, String label) {}

    /** A unit and how its amounts are written. */
    public record UnitChoice(String code, String label, String dimension) {}

    private static final Map<String, List<Choice>> ALL = lists();

    private CodeLists() {}

    /** By the field that has the code. */
    public static Map<String, List<Choice>> all() {
        return ALL;
    }

    private static Map<String, List<Choice>> lists() {
        Map<String, List<Choice>> lists = new LinkedHashMap<>();
        lists.put("measure", choices(Measure.values(), Measure::label));
        lists.put("source", choices(FundingSource.values(), Labels::payer));
        lists.put("kind", choices(Kind.values(), CodeLists::kind));
        lists.put("direction", choices(Direction.values(), CodeLists::direction));
        lists.put("per", choices(PerUnit.values(), CodeLists::per));
        lists.put("status", choices(Status.values(), CodeLists::status));
        lists.put("qualifier", choices(Qualifier.values(), CodeLists::qualifier));
        lists.put("programme", choices(Programme.values(), Programme::label));
        lists.put("reason", choices(LeftOutReason.values(), Labels::of));
        return lists;
    }

    /** The name of a code, empty for null. @param list of {@link #all()} */
    public static String label(String list, @Nullable Coded code) {
        return code == null
                ? ""
                : ALL.get(list).stream()
                        .filter(choice -> choice.code().equals(code.code()))
                        .map(Choice::label)
                        .findFirst()
                        .orElseThrow();
    }

    public static List<UnitChoice> units(Units units) {
        return units.all().stream()
                .map(unit -> new UnitChoice(
                        unit.code(), unit.label(), unit.dimension().code()))
                .toList();
    }

    private static <E extends Coded> List<Choice> choices(E[] values, Function<E, String> label) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.code(), label.apply(value)))
                .toList();
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case LEVEL -> "The amount itself";
            case SHARE -> "Share of a whole";
            case CHANGE -> "Change over time";
            case GROWTH -> "Growth in percent";
            case GAP -> "Gap to a benchmark or plan";
            case MULTIPLE -> "Multiple of another amount";
            case COMPLETION -> "Completion of a plan";
            case RATIO -> "Ratio";
        };
    }

    private static String direction(Direction direction) {
        return switch (direction) {
            case UP -> "Up";
            case DOWN -> "Down";
            case ABOVE -> "Above the benchmark";
            case BELOW -> "Below the benchmark";
        };
    }

    private static String per(PerUnit per) {
        return switch (per) {
            case M2 -> "Square meter";
            case OTHER -> "Other unit";
            default ->
                per.code().substring(0, 1).toUpperCase(Locale.ROOT) + per.code().substring(1);
        };
    }

    private static String status(Status status) {
        return switch (status) {
            case ACTUAL -> "Actual";
            case PLANNED -> "Planned";
            case STANDARD -> "Standard or norm";
        };
    }

    private static String qualifier(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> "Exactly";
            case ABOUT -> "About";
            case OVER -> "More than, or at least";
            case UNDER -> "Less than, or at most";
        };
    }
}
