package dev.uplift.audience;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.UpliftSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes customers, one statement per block. */
@Repository
class CustomerStore {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** One writer of customers at a time: two blocks with the same customers in another order would deadlock. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('audience.customer'))";

    private static final String COUNTRIES = """
            select external_id, country
              from audience.customer
             where external_id = any(:keys)""";

    private static final String UPSERT = """
            with given as materialized (
                select * from jsonb_to_recordset(cast(:block as jsonb)) as g (
                    external_id text, account_id text, email text, email_fp text, phone text, phone_fp text, locale text,
                    time_zone text, country text, preferred_channels text[], attributes jsonb)),
            merged as materialized (
                select c.id, g.external_id,
                       coalesce(g.account_id, c.account_id) as account_id,
                       coalesce(g.email, c.email) as email,
                       coalesce(decode(g.email_fp, 'hex'), c.email_fp) as email_fp,
                       coalesce(g.phone, c.phone) as phone,
                       coalesce(decode(g.phone_fp, 'hex'), c.phone_fp) as phone_fp,
                       coalesce(g.locale, c.locale, :locale) as locale,
                       coalesce(g.time_zone, c.time_zone, :zone) as time_zone,
                       coalesce(g.country, c.country, :country) as country,
                       coalesce(g.preferred_channels, c.preferred_channels, '{}') as preferred_channels,
                       jsonb_strip_nulls(coalesce(c.attributes, '{}') || coalesce(g.attributes, '{}')) as attributes
                  from given g
                  left join audience.customer c on c.external_id = g.external_id),
            changed as (
                update audience.customer c
                   set account_id = m.account_id, email = m.email, email_fp = m.email_fp, phone = m.phone,
                       phone_fp = m.phone_fp, locale = m.locale, time_zone = m.time_zone, country = m.country,
                       preferred_channels = m.preferred_channels, attributes = m.attributes, updated_at = :now
                  from merged m
                 where c.id = m.id
                   and (c.account_id, c.email, c.phone, c.locale, c.time_zone, c.country, c.preferred_channels, c.attributes)
                       is distinct from
                       (m.account_id, m.email, m.phone, m.locale, m.time_zone, m.country, m.preferred_channels, m.attributes)
                returning c.id),
            made as (
                insert into audience.customer (
                    external_id, account_id, email, email_fp, phone, phone_fp, locale, time_zone, country,
                    preferred_channels, attributes, created_at, updated_at)
                select external_id, account_id, email, email_fp, phone, phone_fp, locale, time_zone, country,
                       preferred_channels, attributes, :now, :now
                  from merged
                 where id is null
                returning id, external_id)
            select m.external_id, coalesce(n.id, m.id) as id,
                   case when n.id is not null then 'CREATED' when u.id is not null then 'UPDATED' else 'UNCHANGED' end
                       as outcome
              from merged m
              left join changed u on u.id = m.id
              left join made n on n.external_id = m.external_id""";

    private final JdbcClient jdbc;
    private final UpliftSettings.Company company;

    CustomerStore(JdbcClient jdbc, UpliftSettings settings) {
        this.jdbc = jdbc;
        this.company = settings.company();
    }

    /** What happened to one customer. */
    record Stored(CustomerId id, Outcome outcome) {}

    /** The country of customers whose country we do not know. */
    String defaultCountry() {
        return company.country();
    }

    /** The countries of those of these customers that we know. */
    Map<String, String> countries(Collection<String> keys) {
        var countries = new LinkedHashMap<String, String>();
        if (!keys.isEmpty()) {
            jdbc.sql(COUNTRIES).param("keys", keys.toArray(String[]::new)).query(row -> {
                countries.put(row.getString("external_id"), row.getString("country"));
            });
        }
        return countries;
    }

    /** Waits until no other transaction writes customers; held until the end of the transaction. */
    void lock() {
        jdbc.sql(ALONE).query().singleRow();
    }

    /** Creates or updates customers with different keys; the caller holds the lock. */
    Map<String, Stored> upsert(List<CheckedCustomer.Row> block, Instant now) {
        var stored = new LinkedHashMap<String, Stored>();
        jdbc.sql(UPSERT)
                .param("block", JSON.writeValueAsString(block))
                .param("locale", company.language())
                .param("zone", company.zone())
                .param("country", company.country())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    stored.put(
                            row.getString("external_id"),
                            new Stored(new CustomerId(row.getLong("id")), Outcome.valueOf(row.getString("outcome"))));
                });
        return stored;
    }
}
