package vn.motcua.calendar.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.motcua.MotcuaIT;
import vn.motcua.TestDatabase;
import vn.motcua.calendar.CalendarFixtures;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.application.WorkingCalendars;

@MotcuaIT
class CalendarTableIT {

    @Autowired
    WorkingCalendars calendars;

    @Test
    void readsTheSeededCalendarWhole() {
        WorkingCalendar seeded = CalendarFixtures.seeded();
        WorkingCalendar read = calendars.current().block();
        assertThat(read).isNotNull();
        assertThat(read.version()).isEqualTo(seeded.version());
        assertThat(read.knownFrom()).isEqualTo(seeded.knownFrom());
        assertThat(read.knownUntil()).isEqualTo(seeded.knownUntil());
        assertThat(CalendarFixtures.specialDays(read)).isEqualTo(CalendarFixtures.specialDays(seeded));
    }

    @Test
    void readsItOnce() {
        assertThat(calendars.current().block()).isSameAs(calendars.current().block());
    }

    @Test
    void refusesADayOffOnAWeekend() throws SQLException {
        try (var owner = TestDatabase.owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "INSERT INTO calendar_day VALUES (1, '2026-06-06', 'off', 'x', 'x', 'official')"))
                    .hasMessageContaining("calendar_day_differs_from_its_weekday");
        }
    }

    @Test
    void theServingRoleOnlyReads() throws SQLException {
        try (var service = TestDatabase.shared().service();
                var statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM calendar_day"))
                    .hasMessageContaining("permission denied");
        }
    }
}
