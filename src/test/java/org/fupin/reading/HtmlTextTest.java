package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @Test
    void blocksBecomeParagraphs() {
        String text = HtmlText.of("""
                <!DOCTYPE html><html><head><title>Site</title><style>p {}</style><script>var x;</script></head>
                <body><nav><a href="/">Home</a></nav>
                <h1>Poverty Alleviation
                   in Gansu</h1>
                <div><p>In&nbsp;2010, <i>funds</i> came.<p>More<br>lines</div>
                <p><b>Rain Plan</b> In 2010, it grew by <b>5</b>%.</p>
                <p><strong>In 2010</strong>, nothing is a heading here.</p>
                <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>
                <footer>Copyright</footer></body></html>
                """);
        assertThat(text).isEqualTo("""
                        Poverty Alleviation in Gansu

                        In 2010, funds came.

                        More

                        lines

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
}
