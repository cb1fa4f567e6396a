package vn.motcua.dossier.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast due moments are computed again.
 *
 * @param page how many dossiers are read and written at a time
 * @param movesATurn after so many moved due moments a turn ends, and others have the database until the next one
 * @param settle how long after its beginning a run looks for clocks that were started by the former state
 */
@ConfigurationProperties("motcua.deadlines")
record RecomputeProperties(
        @DefaultValue("500") int page,
        @DefaultValue("500") int movesATurn,
        @DefaultValue("PT1M") Duration settle) {}
