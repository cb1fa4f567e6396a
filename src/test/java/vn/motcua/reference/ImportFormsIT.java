package vn.motcua.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.Api;

/** What may be sent, by whom, and what is answered. */
class ImportFormsIT extends ImportOverHttp {

    @Test
    void theSameKeyAndFilesAreTheSameImport() {
        String key = UUID.randomUUID().toString();
        Api.Reply first = form().post(port, operator, "?dryRun=true", "Idempotency-Key", key)
                .is(202);
        Api.Reply again = form().post(port, operator, "?dryRun=true", "Idempotency-Key", key)
                .is(202);
        assertThat(again.string("id")).isEqualTo(first.string("id"));
        assertThat(again.header("Location")).hasValue("/api/v1/reference-imports/" + first.string("id"));
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertThat(form().post(port, operator, "", "Idempotency-Key", key)
                        .is(422)
                        .problem())
                .isEqualTo("idempotency-key-reused");
        ended(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "INTERRUPTED"})
    void theKeyOfWhatCameToNothingBeginsItAnew(String state) {
        String key = UUID.randomUUID().toString();
        Api.Reply first = ended(form().post(port, operator, "?dryRun=true", "Idempotency-Key", key)
                .is(202));
        owner("UPDATE reference_import SET state = '" + state + "' WHERE id = '" + first.string("id") + "'");
        Api.Reply again = form().post(port, operator, "?dryRun=true", "Idempotency-Key", key)
                .is(202);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.string("id")).isNotEqualTo(first.string("id"));
        assertThat(ended(again).string("state")).isEqualTo("DONE");
    }

    @Test
    void onlyOperatorsImport() {
        for (String persona : List.of("citizen", "clerk", "auditor")) {
            String token = api.token(persona);
            assertThat(form().post(port, token, "").is(403).problem()).isEqualTo("forbidden");
            assertThat(api.get(token, "/api/v1/reference-imports").is(403).problem())
                    .isEqualTo("forbidden");
        }
        assertThat(form().post(port, "none", "").is(401).status()).isEqualTo(401);
    }

    @Test
    void refusesAFormThatIsNoImport() {
        assertThat(new Form()
                        .file("units.csv", "a\n")
                        .post(port, operator, "")
                        .is(422)
                        .text())
                .contains("/files/0");
        assertThat(new Form()
                        .file("holidays_vn.csv", "a\n")
                        .file("holidays_vn.csv", "b\n")
                        .post(port, operator, "")
                        .is(422)
                        .text())
                .contains("/files/1");
        assertThat(new Form()
                        .field("files", "x")
                        .post(port, operator, "")
                        .is(422)
                        .text())
                .contains("wrong-type");
        assertThat(new Form()
                        .field("other", "x")
                        .post(port, operator, "")
                        .is(422)
                        .text())
                .contains("missing-field");
        assertThat(new Form().post(port, operator, "").status()).isIn(400, 422);
        assertThat(form().post(port, operator, "?dryRun=maybe").is(400).problem())
                .isEqualTo("invalid-parameter");
        assertThat(api.post(operator, "/api/v1/reference-imports", "{}").is(415).problem())
                .isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNoFileBehind() {
        List<Path> files = uploads();
        assertThat(new Form()
                        .file("procedures.csv", "x".repeat(1_200_000))
                        .post(port, operator, "")
                        .is(413)
                        .problem())
                .isEqualTo("payload-too-large");
        assertThat(new Form()
                        .file("procedures.csv", "x".repeat(900_000))
                        .file("units_2025.csv", "x".repeat(900_000))
                        .file("units_2024.csv", "x".repeat(900_000))
                        .post(port, operator, "")
                        .is(413)
                        .problem())
                .isEqualTo("payload-too-large");
        assertThat(new Form()
                        .file("procedures.csv", "x".repeat(900_000))
                        .file("units_2025.csv", "x".repeat(900_000))
                        .file("units_2024.csv", "x".repeat(900_000))
                        .postInChunks(port, operator)
                        .is(413)
                        .problem())
                .isEqualTo("payload-too-large");
        ended(new Form()
                .file("procedures.csv", "\u0000garbage")
                .post(port, operator, "")
                .is(202));
        assertThat(uploads()).isEqualTo(files);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<String> made = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            made.addFirst(
                    ended(form().post(port, operator, "?dryRun=true").is(202)).string("id"));
        }
        Api.Reply first = api.get(operator, "/api/v1/reference-imports?limit=2").is(200);
        Api.Reply second = api.get(operator, "/api/v1/reference-imports?limit=2&cursor=" + first.string("next"))
                .is(200);
        List<String> listed = Stream.of(first, second)
                .flatMap(page -> page.body().path("items").valueStream())
                .map(item -> item.path("id").asString())
                .toList();
        assertThat(listed).startsWith(made.toArray(String[]::new));
        assertThat(api.get(operator, "/api/v1/reference-imports?cursor=forged")
                        .is(400)
                        .problem())
                .isEqualTo("invalid-cursor");
        assertThat(api.get(operator, "/api/v1/reference-imports/" + UUID.randomUUID())
                        .is(404)
                        .problem())
                .isEqualTo("not-found");
    }

    private static List<Path> uploads() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir"), "motcua-uploads"))) {
            return files.filter(path -> path.getFileName().toString().startsWith("motcua-upload-"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
