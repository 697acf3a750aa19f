package dev.uplift.platform.database;

import dev.uplift.platform.Failpoint;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** The gap after each migration, in which an upgrade can be cut off half way. */
@Component
class MigrationSteps extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Failpoint.at("migrate.after");
    }
}
