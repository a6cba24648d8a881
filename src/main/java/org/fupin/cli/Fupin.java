package org.fupin.cli;

public final class Fupin {
    private Fupin() {}

    public static void main(String[] args) {}
}
