package vn.motcua.dossier.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Official codes.
 *
 * @param provisional what becomes of an acceptance while the competent agency's official identifier is not known: codes
 *     are given out for ever, so a made-up identifier in them can never be taken back
 */
@ConfigurationProperties("motcua.codes")
public record CodeProperties(@DefaultValue("refuse") Provisional provisional) {

    /** Whether codes may bear identifiers that are only provisional. */
    public enum Provisional {
        REFUSE,
        ALLOW
    }
}
