package dev.uplift.platform.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The way into the embedded server, as Spring Boot asks for it. */
record EmbeddedConnection(String url, String user, String password) implements JdbcConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
