-- The service reads at its start which version the schema has, and never migrates by itself.
GRANT SELECT ON flyway_schema_history TO ${servingRole};
