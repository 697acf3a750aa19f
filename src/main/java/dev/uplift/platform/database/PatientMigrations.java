package dev.uplift.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Gives a migration the time to go through a large table. */
@Component
class PatientMigrations extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Patience.have(context.getConnection());
        } catch (SQLException e) {
            throw new FlywayException("The connection for migrations is gone", e);
        }
    }
}
