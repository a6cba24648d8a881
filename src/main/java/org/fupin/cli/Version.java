package org.fupin.cli;

import org.fupin.publish.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"fupin " + BuildInfo.version() + " (Java " + Runtime.version() + ")"};
    }
}
