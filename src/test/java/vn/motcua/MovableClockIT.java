package vn.motcua;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** As {@link MotcuaIT}, at the moment that the test says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "motcua.dev.embedded-database=false",
            "motcua.dev.data=target/dev-data",
            TestDatabase.NO_SWEEP,
            TestDatabase.NO_WARNINGS,
            TestDatabase.NO_RECOMPUTATION
        })
@ActiveProfiles("dev")
@Import({TestDatabase.class, MovableClock.Config.class})
@AutoConfigureWebTestClient
public @interface MovableClockIT {}
