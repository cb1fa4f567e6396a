package vn.motcua.platform.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/** How bodies come in and go out. */
@Configuration(proxyBeanMethods = false)
class WebConfig {

    @Bean
    JsonMapperBuilderCustomizer contractJson() {
        return json -> json.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .annotationIntrospector(new ContractNulls());
    }

    @Bean
    WebFluxConfigurer contractBodies(ContractBodyReader reader) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.customCodecs().register(reader);
                codecs.customCodecs().register(new ToldWriter());
            }

            @Override
            public void configureContentTypeResolver(RequestedContentTypeResolverBuilder accept) {
                accept.resolver(new AcceptRule());
            }
        };
    }
}
