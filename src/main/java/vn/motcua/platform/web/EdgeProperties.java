package vn.motcua.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what a caller may send, and how slowly.
 *
 * @param body longest JSON body
 * @param header longest header, all lines together
 * @param line longest request line
 * @param headerTime from the first byte of a request to the end of its header
 * @param bodyTime from the end of the header to the end of the body
 * @param idleTime how long a connection may wait between requests
 * @param upload longest body that brings files
 * @param uploadTime from the end of the header to the end of such a body, as long as it does not pause for the body time
 */
@ConfigurationProperties("motcua.edge")
public record EdgeProperties(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("8KB") DataSize header,
        @DefaultValue("4KB") DataSize line,
        @DefaultValue("10s") Duration headerTime,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("60s") Duration idleTime,
        @DefaultValue("128MB") DataSize upload,
        @DefaultValue("10m") Duration uploadTime) {

    public EdgeProperties {
        if (!headerTime.isPositive() || !bodyTime.isPositive() || !idleTime.isPositive() || !uploadTime.isPositive()) {
            throw new IllegalArgumentException("motcua.edge: every limit of time is longer than nothing");
        }
        if (body.toBytes() < 1 || header.toBytes() < 1 || line.toBytes() < 1 || upload.toBytes() < 1) {
            throw new IllegalArgumentException("motcua.edge: every limit of size is at least a byte");
        }
    }

    int bodyBytes() {
        return Math.toIntExact(body.toBytes());
    }
}
