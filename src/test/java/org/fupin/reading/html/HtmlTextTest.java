package org.fupin.reading.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @Test
    void blocksBecomeParagraphs() throws UnreadableDocumentException {
        String text = HtmlText.of("""
                <!DOCTYPE html><html><head><title>Site</title><style>p {}</style><script>var x;</script></head>
                <body><nav><a href="/">Home</a></nav>
                <h1>Poverty Alleviation
                   in Gansu</h1>
                <div><p>In&nbsp;2010, <i>funds</i> came.<p>More<br>Lines</div>
                <p><b>Rain Plan</b> In 2010, it grew by <b>5</b>%.</p>
                <p><strong>In 2010</strong>, nothing is a heading here.</p>
                <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>
                <footer>Copyright</footer></body></html>
                """);
        assertThat(text).isEqualTo("""
                        Poverty Alleviation in Gansu

                        In 2010, funds came.

                        More

                        Lines

                        Rain Plan

                        In 2010, it grew by 5%.

                        In 2010, nothing is a heading here.

                        a b

                        c
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", " \n<!DOCTYPE html>", "\uFEFF<p>x", "<?xml version=\"1.0\"?>\n<html>", "<div class=x>"
            })
    void pageIsKnownByItsTags(String text) {
        assertThat(HtmlText.isHtml(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "In 2010, a < b and <p> is a tag.", "<Overview> In 2010", "\u3010Overview\u3011"})
    void otherTextIsNoPage(String text) {
        assertThat(HtmlText.isHtml(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Shown <span style='display:none'>77</span>12 wells | Shown 12 wells
            Shown <span style='DISPLAY : none !important; color:red'>77</span>12 wells | Shown 12 wells
            Shown <span style='visibility:hidden'>7 <b style='visibility:visible'>8</b></span> wells | Shown 8 wells
            Shown <span hidden>77</span> 12 wells | Shown 12 wells
            Shown <span hidden='until-found'>77</span> 12 wells | Shown 12 wells
            Shown <span hidden style='display:inline'>77</span> wells | Shown 77 wells
            Shown <span aria-hidden='true'>77</span> wells | Shown 77 wells
            Shown <span style='opacity:0'>77</span> 12 wells | Shown 12 wells
            Shown <span style='opacity:0.4'>77</span> wells | Shown 77 wells
            Shown <span style='font-size:0px'>77<i style='font-size:2em'>8</i></span> 12 wells | Shown 12 wells
            Shown <span style='font:0/0 a'>77</span> 12 wells | Shown 12 wells
            Shown <span style='font:bold 12px/1.5 Arial'>77</span> wells | Shown 77 wells
            Shown <span style='position:absolute;left:-9999px'>77</span> 12 wells | Shown 12 wells
            Shown <span style='position:relative;left:-3px'>77</span> wells | Shown 77 wells
            Shown <span style='mso-hide:all'>77</span> 12 wells | Shown 12 wells
            Shown <!-- 77 --> 12 wells | Shown 12 wells
            Moved <del>55</del><ins>65</ins> towns | Moved 65 towns
            Moved <s>55</s> 65 towns | Moved 65 towns
            Moved <strike>55</strike> <u>65</u> towns | Moved 65 towns
            Moved <span style='text-decoration: underline line-through red'>55</span> 65 towns | Moved 65 towns
            Moved <span style='text-decoration:underline'>55</span> towns | Moved 55 towns
            Built 45&shy;0 houses | Built 450 houses
            Built 45<wbr>0 houses | Built 450 houses
            Built 4&#8203;5&#xFEFF;0 houses | Built 450 houses
            Built 45<!-- --><b>0</b> houses | Built 450 houses
            Built 45<img src='a.png' alt='999'>0 houses | Built 45 0 houses
            Spent 320<sup>1</sup> million | Spent 320\u00B9 million
            Spent 320<sup>[12]</sup> million | Spent 320\u00B9\u00B2 million
            Spent 320<sup><a href='#n'>(a)</a></sup> million | Spent 320 million
            Spent 320<sup>note 4</sup> million, 5<sup>1, 2</sup> | Spent 320\u2074 million, 5\u00B9\u00B2
            Spent 320<sup>see</sup> million | Spent 320see million
            Spent 320<sup>*</sup> million | Spent 320* million
            Spent 320 <sup>1</sup> million | Spent 320\u00B9 million
            Spent 320<span style='vertical-align:super'>1</span> million | Spent 320\u00B9 million
            Spent 320<span style='vertical-align:middle'>1</span> million | Spent 3201 million
            Spent 320<sup style='vertical-align:baseline'>1</sup> million | Spent 3201 million
            The 18<sup>th</sup> batch | The 18th batch
            On 20 m<sup>2</sup> of floor and 3 km<sup>2</sup> | On 20 m\u00B2 of floor and 3 km\u00B2
            CO<sub>2</sub> fell | CO\u2082 fell
            <ruby>12<rp>(</rp><rt>34</rt><rp>)</rp></ruby> wells | 12 wells
            In <input value='77'><textarea>88</textarea><select><option>99</select> wells | In wells
            <form><p>In 2012, 12 wells</p><button>3</button></form> | In 2012, 12 wells
            <form>Search <input><button>3</button></form> In 2012 | In 2012
            He <q>built</q> it | He \u201Cbuilt\u201D it
            <noscript>77</noscript><template>88</template>12 wells | 12 wells
            <details><summary>More</summary>12 wells</details> | More / 12 wells
            <div style='display:inline'>12</div><div style='display:inline'>500</div> | 12500
            <span style='display:block'>12</span><span style='display:block'>500</span> | 12 / 500
            <header>Site</header><article><header><h1>Title</h1></header>Text</article> | Title / Text
            """)
    void readsWhatAReaderSees(String body, String text) throws UnreadableDocumentException {
        assertThat(read(body)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            .h{display:none} | <i class='a h'>77</i>12 | 12
            #h,.k > b{ display : none } | <i id=h>77</i><p class=k><b>88</b>12 | 12
            I.H{DISPLAY:NONE} | <i class=H>77</i>12 | 12
            div .h i{display:none} | <div><p class=h><span><i>77</i></span>12 | 12
            div .h i{display:none} | <p class=h><i>77</i>12 | 7712
            .h+i{display:none} | <b class=h>12</b> <i>77</i> | 12
            [data-x='1']{visibility:hidden} | <i data-x=1>77</i>12 | 12
            .old{text-decoration:line-through} | <i class=old>77</i>12 | 12
            .n{vertical-align:super;font-size:60%} | 12<i class=n>3</i> wells | 12\u00B3 wells
            .h{display:none} .h{display:inline} | <i class=h>77</i>12 | 7712
            i.h{display:none} .h{display:inline} | <i class=h>77</i>12 | 12
            .h{display:none!important} .h{display:inline} | <i class=h>77</i>12 | 12
            .h{display:none} | <i class=h style='display:inline'>77</i>12 | 7712
            .h{display:none!important} | <i class=h style='display:inline'>77</i>12 | 12
            [hidden]{display:block!important} | <p hidden>77</p>12 | 77 / 12
            @media print{.h{display:none}} | <i class=h>77</i>12 | 7712
            @media screen and (min-width:600px){.h{display:none}} | <i class=h>77</i>12 | 12
            @media (max-width:600px){.h{display:none}} .k{display:none} | <i class=h>77</i><i class=k>88</i>12 | 7712
            @media not print{.h{display:none}} | <i class=h>77</i>12 | 12
            @import url(a;b.css); @font-face{font-family:x;src:url(y)} .h{display:none} | <i class=h>77</i>12 | 12
            /* .k{display:none} */ .h{background:url('}');display:none} | <i class='h'>77</i><i class=k>8</i>12 | 812
            .h:hover{display:none} .h::before{display:none} | <i class=h>77</i>12 | 7712
            .h:not(.k){display:none} i{color:red | <i class=h>77</i>12 | 7712
            .m\\:h{display:none} | <i class='m:h'>77</i>12 | 12
            .h{.k{display:none} color:red} | <i class=h>77</i><i class=k>88</i>12 | 778812
            body{display:none;visibility:hidden} | 12 | 12
            .h{opacity:0;transition:opacity 1s} | <i class=h>77</i>12 | 7712
            .h{display:none | <i class=h>77</i>12 | 12
            """)
    void readsWhatTheStyleOfThePageShows(String css, String body, String text) throws UnreadableDocumentException {
        assertThat(read("<style>" + css + "</style>" + body)).isEqualTo(text);
    }

    @Test
    void aStyleForOtherMediaHidesNothing() throws UnreadableDocumentException {
        assertThat(read("<style media=print>i{display:none}</style><i>77</i>12"))
                .isEqualTo("7712");
        assertThat(read("<style media='screen, print'>i{display:none}</style><i>77</i>12"))
                .isEqualTo("12");
    }

    @Test
    void noBreakAndNarrowBlanksBetweenDigitsAreKept() throws UnreadableDocumentException {
        assertThat(read("1&nbsp;250 farmers, 1&#8201;200 and 3&#8239;000, 3.2&nbsp;million&nbsp;yuan"))
                .isEqualTo("1\u00A0250 farmers, 1\u2009200 and 3\u202F000, 3.2 million yuan");
        assertThat(read("1 &nbsp;250 and 1&nbsp;&nbsp;250 and 5&#8195;6 and 7\n8"))
                .isEqualTo("1 250 and 1 250 and 5 6 and 7 8");
        assertThat(read("<table><tr><td>12&nbsp;</td><td>500</td><td>&nbsp;7</td></tr></table>"))
                .isEqualTo("12 500 7");
    }

    @Test
    void aLineBreakInASentenceIsABlank() throws UnreadableDocumentException {
        assertThat(read("<h1>Poverty Alleviation and Development<br>in Gansu Province</h1>"))
                .isEqualTo("Poverty Alleviation and Development in Gansu Province");
        assertThat(read("In 2012, the province,<br>Gansu, built<br/>12 wells.<br>It ended.<br><br>and more"))
                .isEqualTo("In 2012, the province, Gansu, built / 12 wells. / It ended. / and more");
        assertThat(read("Rain Plan<br><b>Credit</b><br>In 2012, it rose."))
                .isEqualTo("Rain Plan / Credit / In 2012, it rose.");
        assertThat(read("<pre>It built\nall wells.\n\nIt ended.\nIn 2012</pre>"))
                .isEqualTo("It built all wells. / It ended. / In 2012");
        assertThat(read("<p style='white-space:pre-line'>It ended.\nIn 2012</p>"))
                .isEqualTo("It ended. / In 2012");
    }

    @Test
    void aRaisedElementThatIsNotClosedHidesNothing() throws UnreadableDocumentException {
        assertThat(read("<sup>It built 12 wells.<div>And 500 more.</div>"))
                .isEqualTo("It built 12 wells. / And 500 more.");
        assertThat(read("<p>Wells<sup>see the note 12 on page 7</sup></p>"))
                .isEqualTo("Wellssee the note 12 on page 7");
    }

    @Test
    void styleSheetsAndPagesMayBeLarge() throws UnreadableDocumentException {
        StringBuilder css = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            css.append(".a").append(i).append(" .b").append(i).append("{display:none}");
            body.append("<div class='a")
                    .append(i)
                    .append("'><i class='b")
                    .append(i)
                    .append("'>7</i>");
        }
        assertThat(read("<style>" + css + "</style>" + body + "12")).isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".a i{display:none}", "i{display:none}.a{}", "(((", "{", "@media{", ".a,", "'", "url(", "[", "/*"
            })
    void aStyleSheetMadeToTakeLongIsGoneThroughOrRejected(String css) {
        String page = "<style>" + css.repeat(20_000) + "</style>" + "<i>".repeat(20_000) + "12";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                assertThat(HtmlText.of(page)).isNotNull();
            } catch (UnreadableDocumentException e) {
                assertThat(e.reason()).isEqualTo(RejectionReason.TOO_LARGE);
            }
        });
    }

    /** The paragraphs, with a stroke between. */
    private static String read(String body) throws UnreadableDocumentException {
        return HtmlText.of("<html><body>" + body + "</body></html>").strip().replace("\n\n", " / ");
    }
}
