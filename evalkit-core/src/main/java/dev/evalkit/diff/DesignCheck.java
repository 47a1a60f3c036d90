package dev.evalkit.diff;

import dev.evalkit.diff.inference.Expectation;
import dev.evalkit.result.ItemId;

/**
 * Whether the samples of one run will be able to tell, for an item that gates.
 *
 * @param id the item
 * @param margin the drop that is tolerated
 * @param expectation how many samples there are and would be needed
 */
public record DesignCheck(ItemId id, double margin, Expectation expectation) {

    /** Whether samples like these show, four times of five, that an unchanged model is no worse than tolerated. */
    public boolean canTell() {
        return expectation.canTell();
    }

    /** The warning of an item that cannot tell, and what is said of one that can, in one line. */
    public String text() {
        // All items of a run are of one scenario, which goes without saying.
        ItemId named = new ItemId(id.metricId(), id.model(), null, id.dataset(), id.slice());
        StringBuilder text = new StringBuilder(named.toString()).append(": ");
        if (margin == 0) {
            return text.append(
                            "with a margin of 0 only identical scores are no worse; no number of samples is enough. Give a margin")
                    .toString();
        }
        text.append(have()).append(canTell() ? " suffice to show" : " are too few to show");
        text.append(" four times of five that an unchanged model is not worse by ")
                .append(Plain.brief(margin));
        if (!canTell()) {
            text.append("; ").append(need());
        }
        if (expectation.detectable() != null) {
            text.append("; drops from ")
                    .append(Plain.brief(expectation.detectable()))
                    .append(" on are found as often");
        }
        return text.append(assumption()).toString();
    }

    private String have() {
        Integer clusters = expectation.clusters();
        return clusters == null
                ? expectation.samples() + " samples"
                : clusters + " clusters (" + expectation.samples() + " samples)";
    }

    private String need() {
        Long clusters = expectation.neededClusters();
        Long samples = expectation.needed();
        if (samples == null) {
            return "more clusters are needed";
        }
        return clusters == null
                ? "about " + samples + " are needed"
                : "about " + Math.max(6, clusters) + " clusters are needed";
    }

    private String assumption() {
        Double discordance = expectation.discordance();
        if (discordance != null) {
            return " (assuming that two runs disagree in " + Plain.brief(100 * discordance)
                    + " % of the samples, as if they answered independently)";
        }
        return expectation.arePaired() ? " (assuming that the scores of two runs are independent)" : "";
    }
}
