package dev.uplift.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnAddressTests {

    private final OwnAddress address = new OwnAddress(() -> "https://uplift.example", () -> "http://localhost:4711");

    @Test
    void leadsPublishedAddressesHome() {
        assertThat(address.reachable("https://uplift.example/s/token?score=9"))
                .isEqualTo("http://localhost:4711/s/token?score=9");
        assertThat(address.current("https://uplift.example/s/token")).isEqualTo("https://uplift.example/s/token");
    }

    @Test
    void knowsAddressesFromBeforeARestart() {
        assertThat(address.reachable("http://localhost:39999/u/token")).isEqualTo("http://localhost:4711/u/token");
        assertThat(address.current("http://localhost:39999/u/token")).isEqualTo("https://uplift.example/u/token");
    }

    @Test
    void leavesForeignAddressesAlone() {
        assertThat(address.reachable("https://other.example/s/token")).isEqualTo("https://other.example/s/token");
        assertThat(address.current("/thanks")).isEqualTo("/thanks");
    }
}
