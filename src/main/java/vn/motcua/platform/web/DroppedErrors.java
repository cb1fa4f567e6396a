package vn.motcua.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Hooks;

/** Errors that come when nobody listens any more. Reactor would log where they passed, which names queries. */
@Component
class DroppedErrors implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    DroppedErrors() {
        Hooks.onErrorDropped(DroppedErrors::log);
    }

    private static void log(Throwable error) {
        if (!DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.warn("Nobody heard of {}", Trace.names(error));
        }
    }

    @Override
    public void destroy() {
        Hooks.resetOnErrorDropped();
    }
}
