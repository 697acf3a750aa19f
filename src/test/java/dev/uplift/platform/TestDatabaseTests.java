package dev.uplift.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    @Test
    void givesTheSameCustomerTheSameLot() {
        var jdbc = TestDatabase.empty();

        var lots = jdbc.sql("select campaign.lot('salt', 42) union select campaign.lot('salt', 42)")
                .query(Integer.class)
                .list();

        assertThat(lots).singleElement().satisfies(lot -> assertThat(lot).isBetween(0, 9999));
    }
}
