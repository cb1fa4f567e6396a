package vn.motcua.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A command of the jar: it starts no service, does one thing and ends. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {

    /** The first argument. */
    String name();

    /** The settings without which it cannot begin. */
    String[] settings();
}
