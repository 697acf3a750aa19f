package dev.uplift.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTests {

    @ParameterizedTest
    @CsvSource({
        "NPS, 0-6 / 7-8 / 9-10, points, -100",
        "CSAT, 1-3 / 4-5, percentage points, 0",
        "CES, 1-4 / 5-7, percentage points, 0"
    })
    void saysWhatCountsAlikeAndInWhichUnit(Metric metric, String breaks, String unit, int leastScore) {
        assertThat(metric.breaks()).isEqualTo(breaks);
        assertThat(metric.unit()).isEqualTo(unit);
        assertThat(metric.leastScore()).isEqualTo(leastScore);
    }

    @Test
    void addsUpToTheScore() {
        assertThat(IntStream.rangeClosed(0, 10).map(Metric.NPS::code))
                .containsExactly(-100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100);
        assertThat(IntStream.rangeClosed(1, 5).map(Metric.CSAT::code)).containsExactly(0, 0, 0, 100, 100);
        assertThat(IntStream.rangeClosed(1, 7).map(Metric.CES::code)).containsExactly(0, 0, 0, 0, 100, 100, 100);
    }

    @ParameterizedTest
    @EnumSource
    void takesEachAnswerOfItsScaleAndNoOther(Metric metric) {
        assertThat(IntStream.rangeClosed(metric.lowest(), metric.highest()))
                .allSatisfy(answer ->
                        assertThat(metric.answer(String.valueOf(answer))).contains(answer));
        assertThat(metric.answer(String.valueOf(metric.lowest() - 1))).isEmpty();
        assertThat(metric.answer(String.valueOf(metric.highest() + 1))).isEmpty();
        assertThat(metric.answer("99999999999")).isEmpty();
        assertThat(Metric.of(metric.key())).contains(metric);
    }
}
