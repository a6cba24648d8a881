package org.fupin.intake;

import java.util.List;
import org.fupin.observation.Coded;
import org.fupin.warehouse.load.LoadForecast.ForecastArticle;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do with a file, or a member of an archive.
 *
 * @param name relative to the inbox, with {@code /}
 * @param rejection why it would be rejected; null if it would not
 * @param left why it would be left for the next run; null if it would not
 * @param articles of a new file, in the order of the text
 */
public record PlannedFile(
        String name,
        State state,
        @Nullable Rejection rejection,
        LeftFile.@Nullable Why left,
        List<ForecastArticle> articles) {

    /** What becomes of a file. */
    public enum State implements Coded {
        /** It would be loaded. */
        NEW("new"),
        /** The warehouse holds its content already, or another file of the inbox has the same. */
        KNOWN("known"),
        REJECTED("rejected"),
        /** It would be left for the next run. */
        LEFT("left"),
        /** None of its articles is in the scope of the run. */
        OUT_OF_SCOPE("out_of_scope");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public PlannedFile {
        articles = List.copyOf(articles);
    }
}
