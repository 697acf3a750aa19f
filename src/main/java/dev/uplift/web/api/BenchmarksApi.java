package dev.uplift.web.api;

import dev.uplift.impact.insights.Benchmark;
import dev.uplift.impact.insights.BenchmarkInput;
import dev.uplift.impact.insights.Benchmarks;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What others measured; sending one twice is harmless. */
@RestController
@RequestMapping("/api/benchmarks")
class BenchmarksApi {

    private final Benchmarks benchmarks;
    private final Clock clock;

    BenchmarksApi(Benchmarks benchmarks, Clock clock) {
        this.benchmarks = benchmarks;
        this.clock = clock;
    }

    @GetMapping
    List<Benchmark> newest() {
        return benchmarks.newest();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Benchmark add(@RequestBody BenchmarkInput input, Authentication by) {
        return benchmarks.add(input, clock.instant(), by.getName());
    }
}
