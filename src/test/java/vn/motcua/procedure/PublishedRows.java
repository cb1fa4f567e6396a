package vn.motcua.procedure;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.motcua.procedure.PublishedProcedure.Reading;

/** Rows of the published table: a complete one, changed in some columns. */
final class PublishedRows {

    private static final Map<String, String> RESIDENCE = Map.ofEntries(
            Map.entry("code", "1.004222"),
            Map.entry("name_vi", "Đăng ký thường trú"),
            Map.entry("domain", "Đăng ký, quản lý cư trú"),
            Map.entry("level", "xa"),
            Map.entry("duration", "7"),
            Map.entry("unit", "working_day"),
            Map.entry("fee_vnd", "10000"),
            Map.entry("source", "dichvucong.gov.vn, 07/2026"),
            Map.entry("ministry", "Bộ Công an"),
            Map.entry("decision_no", "1523/QĐ-BCA-C06"),
            Map.entry("implementing_agency", "Công an cấp Xã"),
            Map.entry("channels", "online+counter"),
            Map.entry("duration_by_channel_if_different", ""),
            Map.entry("portal_url", "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"),
            Map.entry("fee_raw", "10,000 Việt Nam Đồng"),
            Map.entry("fee_suspect", ""),
            Map.entry("account_level", ""),
            Map.entry("authentication_level", ""));

    private PublishedRows() {}

    /** @param changes columns and their texts by turns */
    static UnaryOperator<String> row(String... changes) {
        var row = new HashMap<>(RESIDENCE);
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return row::get;
    }

    static PublishedProcedure read(String... changes) {
        return ((Reading.Read) PublishedColumns.read(row(changes))).procedure();
    }
}
