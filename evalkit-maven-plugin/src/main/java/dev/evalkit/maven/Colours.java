package dev.evalkit.maven;

import dev.evalkit.report.Style;
import java.lang.reflect.InvocationTargetException;
import org.apache.maven.execution.MavenSession;

/** Whether lines are coloured: where Maven's own are. */
final class Colours {
    private Colours() {}

    static Style of(MavenSession session) {
        String asked = session.getUserProperties().getProperty("style.color", "auto");
        boolean isOn = asked.equals("always") || (!asked.equals("never") && isOnByTerminal(session));
        return isOn ? Style.COLOURED : Style.PLAIN;
    }

    private static boolean isOnByTerminal(MavenSession session) {
        return session.getRequest().isInteractiveMode() && System.getenv("NO_COLOR") == null && isOnByMaven();
    }

    /** Maven 3 tells Jansi, which plugins see, and which takes colours out again where the output is no terminal. A later Maven hides what it knows. */
    private static boolean isOnByMaven() {
        try {
            Object enabled = Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null);
            return Boolean.TRUE.equals(enabled);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return false;
        }
    }
}
