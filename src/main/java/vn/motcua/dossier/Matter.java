package vn.motcua.dossier;

import vn.motcua.procedure.Channel;

/** What a dossier asks for: the procedure version on the day of filing, how it came and how the result goes back. */
public record Matter(int procedureVersion, Channel channel, String caseCode, ResultDelivery resultDelivery) {}
