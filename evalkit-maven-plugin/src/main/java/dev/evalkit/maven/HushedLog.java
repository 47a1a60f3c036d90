package dev.evalkit.maven;

import org.apache.maven.plugin.logging.Log;

/** A log for what people read while a document stands on the standard output, where Maven's log goes too: it tells only those who debug. */
final class HushedLog implements Log {
    private final Log log;

    HushedLog(Log log) {
        this.log = log;
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(content);
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(content, error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.debug(content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.debug(content, error);
    }

    @Override
    public void info(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.debug(content);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.debug(content, error);
    }

    @Override
    public void warn(Throwable error) {
        log.debug(error);
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.debug(content);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.debug(content, error);
    }

    @Override
    public void error(Throwable error) {
        log.debug(error);
    }
}
