package vn.motcua.dossier.application;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.deadline.WarningPoint;

/**
 * When clocks warn before they run out. Each list may be empty.
 *
 * @param percent of the working time between start and due moment, 1 to 99
 * @param workingDaysBefore the due moment, 1 to 30
 * @param sweepEvery how long due warnings may wait
 */
@ConfigurationProperties("motcua.warnings")
public record WarningProperties(
        @DefaultValue({"50", "80"}) List<Integer> percent,
        @DefaultValue("1") List<Integer> workingDaysBefore,
        @DefaultValue("PT1S") Duration sweepEvery) {

    private static final int LONGEST = 30;

    public WarningProperties {
        percent = List.copyOf(percent);
        workingDaysBefore = List.copyOf(workingDaysBefore);
        if (!areDistinct(percent) || percent.stream().anyMatch(share -> share < 1 || share > 99)) {
            throw new IllegalArgumentException("motcua.warnings.percent: different numbers from 1 to 99");
        }
        if (!areDistinct(workingDaysBefore)
                || workingDaysBefore.stream().anyMatch(days -> days < 1 || days > LONGEST)) {
            throw new IllegalArgumentException("motcua.warnings.working-days-before: different numbers from 1 to 30");
        }
        if (!sweepEvery.isPositive()) {
            throw new IllegalArgumentException("motcua.warnings.sweep-every: longer than nothing");
        }
    }

    private static boolean areDistinct(List<Integer> numbers) {
        return numbers.stream().distinct().count() == numbers.size();
    }

    List<WarningPoint> points() {
        return Stream.<WarningPoint>concat(
                        percent.stream().map(WarningPoint.Share::new),
                        workingDaysBefore.stream().map(WarningPoint.WorkingDaysBefore::new))
                .toList();
    }
}
