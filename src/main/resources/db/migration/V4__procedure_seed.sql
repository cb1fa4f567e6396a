SET lock_timeout = '3s';

-- Thirteen procedures whose term, unit included, stands on the national portal's page as read in July 2026; each row
-- names the decision that published it. The pages tell no first day of a version: 2025-07-01, the day on which today's
-- levels began, stands for it.
-- Ids: the code without its point, then two digits that count the versions.

INSERT INTO procedure_version
    (id, code, name, sector, effective_from, level, decided_by, decision, source)
VALUES
    (100422201, '1.004222', 'Đăng ký thường trú', 'Đăng ký, quản lý cư trú', '2025-07-01', 'COMMUNE', 'POLICE', '1523/QĐ-BCA-C06', 'dichvucong.gov.vn, 07/2026'),
    (100419401, '1.004194', 'Đăng ký tạm trú', 'Đăng ký, quản lý cư trú', '2025-07-01', 'COMMUNE', 'POLICE', '9354/QĐ-BCA-C06', 'dichvucong.gov.vn, 07/2026'),
    (101002801, '1.010028', 'Xóa đăng ký tạm trú', 'Đăng ký, quản lý cư trú', '2025-07-01', 'COMMUNE', 'POLICE', '1523/QĐ-BCA-C06', 'dichvucong.gov.vn, 07/2026'),
    (101003801, '1.010038', 'Tách hộ', 'Đăng ký, quản lý cư trú', '2025-07-01', 'COMMUNE', 'POLICE', '9354/QĐ-BCA-C06', 'dichvucong.gov.vn, 07/2026'),
    (100367701, '1.003677', 'Khai báo tạm vắng', 'Đăng ký, quản lý cư trú', '2025-07-01', 'COMMUNE', 'POLICE', '9354/QĐ-BCA-C06', 'dichvucong.gov.vn, 07/2026'),
    (101256401, '1.012564', 'Điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư theo đề nghị của công dân (thực hiện tại cấp xã)', 'Cấp, quản lý căn cước', '2025-07-01', 'COMMUNE', 'POLICE', '1523/QĐ-BCA-C06', 'dichvucong.gov.vn, 07/2026'),
    -- Also decided by the province's and the ministry's police; only the commune's part is loaded.
    (101306501, '1.013065', 'Thu hồi chứng nhận đăng ký xe, biển số xe thực hiện bằng dịch vụ công toàn trình', 'Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng', '2025-07-01', 'COMMUNE', 'POLICE', '1383/QĐ-BCA', 'dichvucong.gov.vn, 07/2026'),
    (100119301, '1.001193', 'Thủ tục đăng ký khai sinh', 'Hộ tịch', '2025-07-01', 'COMMUNE', 'PEOPLES_COMMITTEE', '163/QĐ-BTP', 'dichvucong.gov.vn, 07/2026'),
    (100483701, '1.004837', 'Thủ tục đăng ký giám hộ', 'Hộ tịch', '2025-07-01', 'COMMUNE', 'PEOPLES_COMMITTEE', '163/QĐ-BTP', 'dichvucong.gov.vn, 07/2026'),
    (100041901, '1.000419', 'Thủ tục đăng ký khai tử lưu động', 'Hộ tịch', '2025-07-01', 'COMMUNE', 'PEOPLES_COMMITTEE', '163/QĐ-BTP', 'dichvucong.gov.vn, 07/2026'),
    -- Decided by whoever keeps the original register; only the commune's part is loaded.
    (200090801, '2.000908', 'Thủ tục cấp bản sao từ sổ gốc', 'Chứng thực', '2025-07-01', 'COMMUNE', 'PEOPLES_COMMITTEE', '858/QĐ-BTP', 'dichvucong.gov.vn, 07/2026'),
    (101160701, '1.011607', 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm', 'Giảm nghèo', '2025-07-01', 'COMMUNE', 'PEOPLES_COMMITTEE', '967/QĐ-BNNMT', 'dichvucong.gov.vn, 07/2026'),
    (101383401, '1.013834', 'Thành lập Văn phòng công chứng', 'Công chứng', '2025-07-01', 'PROVINCE', 'PEOPLES_COMMITTEE', '1859/QĐ-BTP', 'dichvucong.gov.vn, 07/2026');

INSERT INTO procedure_variant
    (procedure_version, channel, case_code, case_name, term_unit, term_value, term_cut_off, fee_vnd, term_source)
VALUES
    (100422201, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 7, NULL, 20000, '1523/QĐ-BCA-C06'),
    (100422201, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 7, NULL, 10000, '1523/QĐ-BCA-C06'),
    -- At the counter the fee depends on whether one person or a list is registered.
    (100419401, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 3, NULL, NULL, '9354/QĐ-BCA-C06'),
    (100419401, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 3, NULL, 7000, '9354/QĐ-BCA-C06'),
    (101002801, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 2, NULL, NULL, '1523/QĐ-BCA-C06'),
    (101002801, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 2, NULL, NULL, '1523/QĐ-BCA-C06'),
    (101002801, 'POSTAL', 'default', 'Thông thường', 'WORKING_DAY', 2, NULL, NULL, '1523/QĐ-BCA-C06'),
    (101003801, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 5, NULL, 10000, '9354/QĐ-BCA-C06'),
    (101003801, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 5, NULL, 5000, '9354/QĐ-BCA-C06'),
    (100367701, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 1, NULL, NULL, '9354/QĐ-BCA-C06'),
    (100367701, 'COUNTER', 'complex', 'Trường hợp phức tạp', 'WORKING_DAY', 2, NULL, NULL, '9354/QĐ-BCA-C06'),
    (100367701, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 1, NULL, NULL, '9354/QĐ-BCA-C06'),
    (100367701, 'ONLINE', 'complex', 'Trường hợp phức tạp', 'WORKING_DAY', 2, NULL, NULL, '9354/QĐ-BCA-C06'),
    (101256401, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 2, NULL, 0, '1523/QĐ-BCA-C06'),
    (101256401, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 2, NULL, 0, '1523/QĐ-BCA-C06'),
    (101256401, 'POSTAL', 'default', 'Thông thường', 'WORKING_DAY', 2, NULL, 0, '1523/QĐ-BCA-C06'),
    (101306501, 'ONLINE', 'default', 'Thông thường', 'WORKING_HOUR', 8, NULL, 0, '1383/QĐ-BCA'),
    -- Thirty days of verification come first; how they and the eight hours add up is not confirmed.
    (101306501, 'ONLINE', 'lost-papers', 'Mất chứng nhận đăng ký xe, biển số xe', NULL, NULL, NULL, 0, NULL),
    -- The page shows "1" without a unit; the decision's text says: the same day, after 15:00 the next working day.
    (100119301, 'COUNTER', 'default', 'Thông thường', 'SAME_DAY', NULL, '15:00', 0, '163/QĐ-BTP'),
    (100119301, 'ONLINE', 'default', 'Thông thường', 'SAME_DAY', NULL, '15:00', 0, '163/QĐ-BTP'),
    (100119301, 'POSTAL', 'default', 'Thông thường', 'SAME_DAY', NULL, '15:00', 0, '163/QĐ-BTP'),
    (100483701, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 3, NULL, 0, '163/QĐ-BTP'),
    (100483701, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 3, NULL, 0, '163/QĐ-BTP'),
    (100483701, 'POSTAL', 'default', 'Thông thường', 'WORKING_DAY', 3, NULL, 0, '163/QĐ-BTP'),
    (100041901, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 5, NULL, 0, '163/QĐ-BTP'),
    (200090801, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 1, NULL, 0, '858/QĐ-BTP'),
    (200090801, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 1, NULL, 0, '858/QĐ-BTP'),
    (200090801, 'POSTAL', 'default', 'Thông thường', 'WORKING_DAY', 1, NULL, 0, '858/QĐ-BTP'),
    (101160701, 'COUNTER', 'default', 'Thông thường', 'CALENDAR_DAY', 15, NULL, 0, '967/QĐ-BNNMT'),
    (101160701, 'POSTAL', 'default', 'Thông thường', 'CALENDAR_DAY', 15, NULL, 0, '967/QĐ-BNNMT'),
    (101383401, 'COUNTER', 'default', 'Thông thường', 'WORKING_DAY', 15, NULL, 0, '1859/QĐ-BTP'),
    (101383401, 'ONLINE', 'default', 'Thông thường', 'WORKING_DAY', 15, NULL, 0, '1859/QĐ-BTP'),
    (101383401, 'POSTAL', 'default', 'Thông thường', 'WORKING_DAY', 15, NULL, 0, '1859/QĐ-BTP');
