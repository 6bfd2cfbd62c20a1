/** The named places of a run where a fault can strike, a plan can act and a lesson can stand (R-KRN-7), as this version makes them. */
export const POINTS = [
  'rpc.client.before_send',
  'rpc.client.after_send',
  'rpc.client.received',
  'rpc.client.timed_out',
  'rpc.client.broken',
  'rpc.server.received',
  'rpc.server.before_commit',
  'rpc.server.after_commit_before_reply',
  'rpc.server.replied',
  'rpc.server.failed',
  'db.before',
  'db.after',
  'db.refused',
  'tx.begin',
  'tx.before_commit',
  'tx.after_commit',
  'tx.between_documents',
  'tx.aborted',
  'tx.refused',
  'publish.before_send',
  'publish.after_send_before_confirm',
  'publish.after_confirm',
  'relay.after_select',
  'relay.after_confirm_before_mark',
  'relay.after_mark',
  'broker.deliver',
  'broker.routed',
  'broker.returned',
  'broker.requeued',
  'broker.dropped',
  'broker.auto_ack',
  'consumer.received',
  'consumer.before_commit',
  'consumer.after_commit_before_ack',
  'consumer.after_ack',
  'consumer.failed',
  'consumer.rejected',
  'consumer.dead_lettered',
  'migration.applied',
  'migration.refused',
  'migration.between_statements',
  'migration.before_history_row',
  'migration.after_history_row',
] as const;

/** Points of flows, monitoring and locks: of the format, not yet of this version. */
const LATER = /^(?:flow|saga|tm|rm|monitor|lock)\.[a-z_]+$/;

export const isPoint = (point: string): boolean => (POINTS as readonly string[]).includes(point);

export const isLaterPoint = (point: string): boolean => LATER.test(point);
