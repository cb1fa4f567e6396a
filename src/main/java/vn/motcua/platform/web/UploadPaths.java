package vn.motcua.platform.web;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the contract takes files: such bodies have more time than others. */
final class UploadPaths {

    private static final Set<String> PATHS = Contract.paths().properties().stream()
            .filter(path -> path.getValue()
                    .path("post")
                    .path("requestBody")
                    .path("content")
                    .has("multipart/form-data"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());

    private UploadPaths() {}

    static boolean take(HttpRequest request) {
        int query = request.uri().indexOf('?');
        String path = query < 0 ? request.uri() : request.uri().substring(0, query);
        return HttpMethod.POST.equals(request.method()) && PATHS.contains(path);
    }
}
