package org.fupin.report.figure;

import java.util.Locale;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;
import org.jspecify.annotations.Nullable;

/** Names, for people, of the codes whose lists have none of their own. */
public final class Labels {

    /** The name of money of which the source names no payer, or several. */
    public static final String PAYER_NOT_STATED = "No single payer stated";

    private Labels() {}

    public static String payer(@Nullable FundingSource payer) {
        if (payer == null) {
            return PAYER_NOT_STATED;
        }
        return switch (payer) {
            case FISCAL -> "Government budgets";
            case CENTRAL -> "Central government";
            case PROVINCIAL -> "Provincial government";
            case LOCAL -> "Prefectures, counties and towns";
            case DEPARTMENT -> "Sector departments";
            case SOCIAL -> "Society and aiding units";
            case MASSES -> "Raised by villagers";
            case ENTERPRISE -> "Enterprises";
            case CREDIT -> "Banks";
            case COUNTERPART -> "Partner provinces and cities";
            case FOREIGN -> "Foreign projects and donors";
            case LOTTERY -> "Lottery";
            case OTHER -> "Other payers";
        };
    }

    /** The name of a field that was corrected. */
    public static String of(CorrectedField field) {
        return switch (field) {
            case FIGURE -> "Figure";
            case SOURCE -> "Payer";
            case REGION -> "Place";
            case PART_OF -> "Part of";
            default ->
                field.code().substring(0, 1).toUpperCase(Locale.ROOT)
                        + field.code().substring(1);
        };
    }

    public static String of(Kind kind) {
        return switch (kind) {
            case LEVEL -> "The amount itself; a rate is a level in percent.";
            case SHARE -> "Percent of a whole.";
            case CHANGE -> "Absolute change over time; the direction tells whether up or down.";
            case GROWTH -> "Percent change over time; the direction tells whether up or down.";
            case GAP -> "Difference from a benchmark or plan, absolute or in percentage points.";
            case MULTIPLE -> "How many times another amount.";
            case COMPLETION -> "Percent of a plan that was done, or by which it was over-fulfilled.";
            case RATIO -> "A stated ratio, as so many to one.";
        };
    }

    public static String of(Status status) {
        return switch (status) {
            case ACTUAL -> "A fact.";
            case PLANNED -> "A plan, target, task, commitment or expectation.";
            case STANDARD -> "A line, norm, rate or rule.";
        };
    }

    public static String of(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> "Stated without a word of approximation.";
            case ABOUT -> "Stated as about, nearly, almost or around this amount.";
            case OVER -> "Stated as more than or at least this amount.";
            case UNDER -> "Stated as less than or at most this amount.";
        };
    }

    public static String of(Direction direction) {
        return switch (direction) {
            case UP -> "An increase.";
            case DOWN -> "A decrease; the value itself is a positive number.";
            case ABOVE -> "More than the benchmark.";
            case BELOW -> "Less than the benchmark; the value itself is a positive number.";
        };
    }

    public static String of(FindingRule rule) {
        return switch (rule) {
            case SUM -> "Parts against their total";
            case SHARE -> "Part and whole against the percentage";
            case GROWTH -> "Level and base against the growth rate";
            case CHANGE -> "Levels against their difference";
            case COMPLETION -> "Plan and result against the percentage";
            case AVERAGE -> "Total and count against the average";
            case PLAUSIBILITY -> "Impossible magnitudes";
            case MALFORMED -> "Malformed numbers";
            case CONTRADICTION -> "The same thing with two values";
        };
    }

    public static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> "The stated figures cannot all be right.";
            case WARNING -> "A person should look.";
        };
    }

    public static String of(LeftOutReason reason) {
        return switch (reason) {
            case DATE -> "Date, year or years as such";
            case DOCUMENT_NUMBER -> "Number of a document";
            case ORDINAL -> "Ordinal, batch, phase or session";
            case NAME -> "Inside a name or slogan";
            case LIST_COUNTER -> "Counter of a list";
            case CLASS_LIMIT -> "Limit of a class";
            case MARK -> "Footnote mark";
            case REFERENCE -> "Number of a table, annex or section";
            case CONTACT -> "Post code, telephone or account number";
            case COORDINATE -> "Coordinate";
            case EXCHANGE_RATE -> "Rate of exchange";
            case TABLE -> "In a table that was not understood";
            case NOT_READ -> "In text that is not read";
            case DURATION -> "Duration that only names a thing";
            case ARTICLE_WORD -> "One as an article or pronoun";
            case CONTEXT -> "Context, not about the province";
            case WEIGHT -> "Weight";
            case FURNITURE -> "Page furniture";
            case CORRECTED -> "No figure, as a person said";
            case OTHER -> "Other";
        };
    }
}
