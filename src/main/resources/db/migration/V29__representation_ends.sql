-- A representation can be ended before the last day that it was filed with: the event says so for ever, and the party's row is
-- what reads are judged by.

SET lock_timeout = '3s';

GRANT UPDATE (readable_to) ON dossier_party TO ${servingRole};
