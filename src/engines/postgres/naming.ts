const TAKEN = /^(pg_.*|public|information_schema|sagascope|postgres|none)$/;

/** The schema and the role of a service: its own id, but for names that PostgreSQL keeps to itself. */
export function ownerName(id: string): string {
  return TAKEN.test(id) ? `service_${id}` : id;
}
