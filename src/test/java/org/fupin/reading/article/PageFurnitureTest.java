package org.fupin.reading.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.fupin.observation.Span;
import org.fupin.reference.ReadingWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFurnitureTest {

    private final PageFurniture furniture = new PageFurniture(ReadingWords.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u626B\u7801\u4E0B\u8F7D",
                "\u5730\u5740:\u67D0\u5E02\u67D0\u8857 \u90AE\u7F16 000000 \u7535\u8BDD:000-0000",
                "\u7248\u6743\u6240\u6709\u00A9 ICP\u5907000",
                "Copyright 2013 Some Center. All rights reserved.",
                "Tel: 010-0000 Fax: 010-0001",
                "Address: No. 1, Some Street, Postcode 000000",
                "Page 3 of 10",
                "- 12 -",
                "* * *",
                "Home page | Site map | Contact us",
                "Source: Some Center   Date: 2013-01-02",
                "http://example.org/report.html",
                "No part of this page may be used without permission.",
            })
    void lineIsThePages(String line) {
        assertThat(furniture.is(line, new Span(0, line.length()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Overview",
                "Poverty Alleviation in Gansu",
                "In 2010, the address of the office was changed.",
                "The website www.example.org was opened in 2010.",
                "12 villages were helped.",
                "2010 is a key year.",
                "(Li Ming, Gansu Provincial Poverty Alleviation Office)",
                "The \u201C\u96E8\u9732\u8BA1\u5212\u201D or Rain Plan was begun.",
            })
    void lineIsTheReports(String line) {
        assertThat(furniture.is(line, new Span(0, line.length()))).isFalse();
    }
}
