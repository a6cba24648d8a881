package org.fupin.report.money;

import org.fupin.observation.Coded;

/** What a stated amount of money is, so that each amount stands under one title and is counted at most once. */
public enum MoneyUse implements Coded {
    /** Put into poverty alleviation in the year, under a programme: the only amounts that are added up. */
    PROGRAMME("programme", "Money put into a programme", false),
    TOTAL("total", "Totals of all programmes", false),
    PART("part", "Parts of other amounts", false),
    REPEATED("repeated", "Amounts stated before", false),
    BASE("base", "Bases of percentages", false),
    OTHER("other", "Rates, other currencies, and what the report of a county states", false),
    BY_USE("by_use", "The headline total by use", true),
    LARGER("larger", "Larger than the headline total", true),
    UNASSIGNED("unassigned", "Money of no single programme", true),
    LOANS("loans", "Loans", true),
    BROUGHT_IN("brought_in", "Investment and money brought in from others", true),
    CONTRACT("contract", "Contracts and agreements", true),
    TRADE("trade", "Trade", true),
    STOCK("stock", "Stocks, and sums of several years", true),
    OTHER_YEARS("other_years", "Money of other years", true),
    PLACE("place", "Money for or from single places", true),
    PLAN("plan", "Plans and targets", true);

    private final String code;
    private final String label;
    private final boolean apart;

    MoneyUse(String code, String label, boolean apart) {
        this.code = code;
        this.label = label;
        this.apart = apart;
    }

    @Override
    public String code() {
        return code;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }

    /** Whether it is shown under a title of its own: it is neither money of a programme nor a repetition of any. */
    public boolean isApart() {
        return apart;
    }
}
