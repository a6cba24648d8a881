package org.fupin.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.fupin.cli.ExportCommand.What;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a kind of records. */
final class WhatConverter implements ITypeConverter<What> {

    @Override
    public What convert(String text) {
        return Arrays.stream(What.values())
                .filter(what -> what.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' cannot be exported: expected one of "
                        + Arrays.stream(What.values()).map(What::toString).collect(Collectors.joining(", "))));
    }
}
