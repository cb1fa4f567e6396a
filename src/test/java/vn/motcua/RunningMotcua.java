package vn.motcua;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import vn.motcua.dev.DatabaseAddress;

/** The whole application on a database and limits of its own, from the first test that needs it to the last. */
public final class RunningMotcua implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningMotcua(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningMotcua on(DatabaseAddress database, String... settings) {
        return on(database, List.of(), settings);
    }

    /**
     * Starts it.
     *
     * @param more configuration that only a test has
     */
    public static RunningMotcua on(DatabaseAddress database, List<Class<?>> more, String... settings) {
        List<Class<?>> sources = new ArrayList<>(more);
        sources.add(MotcuaApplication.class);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--management.server.address=127.0.0.1",
                "--motcua.dev.embedded-database=false",
                "--motcua.dev.data=target/dev-data"));
        Stream.of(settings).map(setting -> "--" + setting).forEach(arguments::add);
        return new RunningMotcua(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .profiles("dev")
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("mainClassesOnly", new MainClassesOnly());
                    ((GenericApplicationContext) context).registerBean(DatabaseAddress.class, () -> database);
                })
                .run(arguments.toArray(String[]::new)));
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Where health and metrics are. */
    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Tests lie in the packages of what they test, and are no part of it. */
    private static final class MainClassesOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURI().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MainClassesOnly;
        }

        @Override
        public int hashCode() {
            return MainClassesOnly.class.hashCode();
        }
    }
}
