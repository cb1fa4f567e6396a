package vn.motcua.privacy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.FileAppender;

/**
 * The one file that a test plugin logs to. It begins with planted lines, which whoever searches it must find. The driver's
 * notes of rows are left out: they show buffers and never their bytes, and would be nine tenths of the file.
 */
public final class TestedLog extends FileAppender<ILoggingEvent> {

    @Override
    public void start() {
        super.start();
        Planted.lines().forEach(line -> append(event(line)));
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!isRow(event)) {
            super.append(event);
        }
    }

    private static boolean isRow(ILoggingEvent event) {
        return event.getLoggerName().startsWith("io.r2dbc.postgresql.client.")
                && event.getFormattedMessage().contains("Response: DataRow{");
    }

    private LoggingEvent event(String line) {
        Logger logger = ((LoggerContext) getContext()).getLogger(Planted.class);
        return new LoggingEvent(TestedLog.class.getName(), logger, Level.INFO, line, null, new Object[0]);
    }
}
