package org.fupin.audit.figure;

import org.fupin.observation.Kind;
import org.fupin.observation.Observation;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.observation.document.Section;
import org.fupin.observation.finding.ObservationRef;

/**
 * An observation in its place, with its amount.
 *
 * @param sectionRank rank of its section in the article
 * @param sentence rank of its sentence in the article, -1 if it stands in none
 * @param paragraph rank of its paragraph in the article, -1 if it stands in no sentence
 */
public record Figure(
        String documentId,
        Section section,
        int sectionRank,
        int sentence,
        int paragraph,
        Observation observation,
        Amount amount) {

    private static final String READ_BY_PARTS = "number-by-parts";

    public int begin() {
        return observation.span().begin();
    }

    public int end() {
        return observation.span().end();
    }

    public Unit unit() {
        return observation.quantity().unit();
    }

    public boolean is(Kind kind) {
        return observation.kind() == kind;
    }

    public boolean isLevel() {
        return observation.kind() == Kind.LEVEL;
    }

    public boolean isPercent() {
        return unit().is("percent");
    }

    public boolean isRange() {
        return observation.quantity().isRange();
    }

    /** Whether its own digits made no number and its parts gave it: that they add up to it proves nothing. */
    public boolean isReadByParts() {
        return observation.rules().contains(READ_BY_PARTS);
    }

    public boolean isStandard() {
        return observation.status() == Status.STANDARD;
    }

    public ObservationRef ref() {
        return new ObservationRef(documentId, begin());
    }

    public boolean precedes(Figure other) {
        return begin() < other.begin();
    }

    public boolean inSentenceOf(Figure other) {
        return sentence >= 0 && sentence == other.sentence;
    }

    /** Whether both can be added or compared: one currency, lengths, people with person-times. */
    public boolean isComparableWith(Figure other) {
        if (unit().equals(other.unit())) {
            return true;
        }
        if (unit().dimension() != other.unit().dimension()) {
            return false;
        }
        return switch (unit().dimension()) {
            case PEOPLE, HOUSEHOLDS -> true;
            case PERCENT, RATIO -> false;
            default -> unit().base().equals(other.unit().base());
        };
    }

    /** The amount in {@code unit}, which must be comparable. */
    public Amount in(Unit unit) {
        // People and person-times have no factor between them; a person trained once is one person-time.
        if (unit().equals(unit) || !unit().base().equals(unit.base())) {
            return amount;
        }
        return amount.times(unit().numerator().multiply(unit.denominator()))
                .dividedBy(Amount.exact(unit().denominator().multiply(unit.numerator())));
    }

    /** What one of the same thing would share: measure, unit and basis. */
    public boolean isLike(Figure other) {
        return observation.measure() == other.observation.measure()
                && unit().equals(other.unit())
                && observation.per() == other.observation.per();
    }

    /** Figures are the same where they stand at the same place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Figure figure && begin() == figure.begin() && documentId.equals(figure.documentId);
    }

    @Override
    public int hashCode() {
        return 31 * documentId.hashCode() + begin();
    }
}
