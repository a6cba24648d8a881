package org.fupin.extraction.payer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.payer.PayerSearch.Found;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Payers.Payer;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.WentBefore;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Finds who pays or lends an amount of money, where the text says so: who the words around it name, then what the rows of
 * {@code rules/payer.csv} make of that (the programme, money that was only brought in), then what amounts tell of each other.
 */
public final class PayerPass implements Pass {

    /** The class of phrases that rows may name; its values are codes of {@link FundingSource}. */
    public static final String PAYER = "payer";

    private static final String SOURCE = "source";

    /** What a row concludes where the text names nobody. */
    private static final String NONE = "none";

    private final RuleTable table;
    private final Lenders lenders;
    private final Lexicon lexicon;

    public PayerPass(Lexicon lexicon, RuleTable.Compiler rules) {
        this.lexicon = lexicon;
        lenders = new Lenders(lexicon);
        Set<String> codes =
                Arrays.stream(FundingSource.values()).map(FundingSource::code).collect(Collectors.toSet());
        codes.add(NONE);
        table = rules.table(name(), Keys.NONE.with(SOURCE, codes));
    }

    @Override
    public String name() {
        return "payer";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> figures = sentence.figures();
        List<Mention> paid = figures.stream().filter(PayerPass::isPaid).toList();
        if (paid.isEmpty()) {
            return;
        }
        sentence.supply(PAYER, phrases(sentence));
        RuleTable.InSentence rules = table.in(sentence);
        PayerSearch search = new PayerSearch(sentence, figures);
        PartnerPlaces places = new PartnerPlaces(sentence, lexicon);
        Set<Mention> settled = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (!isPaid(mention)) {
                continue;
            }
            if (!mention.isLevel()) {
                take(mention, mention.about == null ? search.ofShare(mention) : null);
                continue;
            }
            Hit<String> givers = mention.measure == Measure.LOANS ? null : places.givers(mention);
            if (givers != null) {
                mention.source = FundingSource.COUNTERPART;
                mention.rules.add(PartnerPlaces.RULE, givers.begin(), givers.end());
                continue;
            }
            Found found = mention.measure == Measure.LOANS ? lender(sentence, search, figures, i) : search.of(i);
            take(mention, found);
            Applied applied = rules.first(mention);
            if (applied != null) {
                conclude(mention, applied, settled);
            }
        }
        new PayerLinks(sentence, figures, settled).apply();
        new UseOfTotal(sentence, settled).apply(paid);
    }

    static boolean isPaid(Mention mention) {
        boolean measured = mention.measure == Measure.FUNDS
                || mention.measure == Measure.LOANS
                || mention.measure == Measure.INTEREST_SUBSIDY;
        boolean money = mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
        return measured && (money || mention.kind != Kind.LEVEL);
    }

    private static List<Hit<String>> phrases(SentenceContext sentence) {
        List<Hit<String>> phrases = new ArrayList<>();
        for (Payer payer : sentence.payers().all()) {
            phrases.add(new Hit<>(payer.source().code(), payer.begin(), payer.end()));
        }
        return phrases;
    }

    /** Who lends: a foreign payer named with the loan, else a bank named anywhere in the paragraph. */
    private @Nullable Found lender(SentenceContext sentence, PayerSearch search, List<Mention> figures, int index) {
        Found near = search.of(index);
        if (near != null && near.source() == FundingSource.FOREIGN) {
            return near;
        }
        Payer named = Lenders.in(sentence);
        if (named != null) {
            return new Found(FundingSource.CREDIT, "payer-lender", named, null);
        }
        if (lenders.inParagraphOf(sentence)) {
            return new Found(FundingSource.CREDIT, "payer-lender-near", null, null);
        }
        Mention mention = figures.get(index);
        Mention before = mention.rules.contains("measure-lent-on") ? WentBefore.of(mention) : null;
        return before == null || before.source == null
                ? null
                : new Found(before.source, "payer-as-before", null, before);
    }

    private static void take(Mention mention, @Nullable Found found) {
        if (found == null) {
            return;
        }
        mention.source = found.source();
        if (found.payer() != null) {
            mention.rules.add(found.rule(), found.payer().begin(), found.payer().end());
        } else if (found.of() != null) {
            mention.rules.add(found.rule(), found.of());
        } else {
            mention.rules.add(found.rule());
        }
    }

    private static void conclude(Mention mention, Applied applied, Set<Mention> settled) {
        String source = applied.value(SOURCE);
        if (source.equals(NONE)) {
            mention.source = null;
            settled.add(mention);
        } else {
            mention.source = Coded.of(FundingSource.class, source);
        }
        mention.rules.add(applied.rule(), applied.from(), applied.to());
    }
}
