package vn.motcua.platform.web;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where files go that callers send.
 *
 * @param folder nothing else may lie in it: leftovers are deleted
 */
@ConfigurationProperties("motcua.uploads")
public record UploadProperties(Path folder) {}
