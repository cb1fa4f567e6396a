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

/** The whole application on a real port and a real database, with the development issuers. */
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
            TestDatabase.NO_RECOMPUTATION,
            "management.server.port=0"
        })
@ActiveProfiles("dev")
@Import(TestDatabase.class)
@AutoConfigureWebTestClient
public @interface MotcuaIT {}
