/** A promise the product knows by its id: a scenario asks for it with `<id>: {}`. */
export interface BuiltInPromise {
  readonly title: string;
  /** One sentence, in English; a translation is found by the id. */
  readonly says: string;
  /** `always`: a breach shows at once. `at-rest`: judged when nothing is pending. `trace`: judged over what happened. */
  readonly when: 'always' | 'at-rest' | 'trace';
  /** A `warning` calls for a human; it is not a fault of the design. */
  readonly severity: 'error' | 'warning';
}

/** All built-in promises, by id, in the order a list shows them. */
export const BUILT_IN_PROMISES = {
  'outbox-drained': {
    title: 'Outbox drained',
    says: 'Every message in an outbox has been published.',
    when: 'at-rest',
    severity: 'error',
  },
  'no-ghost': {
    title: 'No ghost message',
    says: 'No message tells of something that was never committed.',
    when: 'trace',
    severity: 'error',
  },
  'no-zombie': {
    title: 'No zombie record',
    says: 'Whatever was committed and should be told has been told.',
    when: 'at-rest',
    severity: 'error',
  },
  'effectively-once': {
    title: 'Effectively once',
    says: 'Every consumer applies every message once, however often it is delivered.',
    when: 'at-rest',
    severity: 'error',
  },
  'message-accounting': {
    title: 'Message accounting',
    says: 'Every message in a queue is accounted for, and none is acked without having been processed.',
    when: 'at-rest',
    severity: 'error',
  },
  'per-key-order': {
    title: 'Order per key',
    says: 'Every consumer takes up the messages about one thing in the order they were made.',
    when: 'trace',
    severity: 'error',
  },
  encapsulation: {
    title: 'Encapsulation',
    says: 'No service reads or writes the data of another in its database.',
    when: 'trace',
    severity: 'error',
  },
  causality: {
    title: 'Causality',
    says: 'Every message names an earlier cause and stays in its business transaction and its trace.',
    when: 'trace',
    severity: 'error',
  },
  'version-monotone': {
    title: 'Versions count up',
    says: 'Every change of a row with a version counts the version up by one.',
    when: 'always',
    severity: 'error',
  },
  'migrations-sane': {
    title: 'Migrations sane',
    says: 'No migration failed, and every database has the migrations of the version in service.',
    when: 'at-rest',
    severity: 'error',
  },
  'no-silent-drop': {
    title: 'No silent drop',
    says: 'No message disappears because nothing was bound to take it.',
    when: 'always',
    severity: 'error',
  },
  'dead-letters-empty': {
    title: 'No dead letters',
    says: 'No message waits for a human in a dead-letter queue.',
    when: 'at-rest',
    severity: 'warning',
  },
} as const satisfies Readonly<Record<string, BuiltInPromise>>;

export type BuiltInPromiseId = keyof typeof BUILT_IN_PROMISES;

export function isBuiltInPromise(id: string): id is BuiltInPromiseId {
  return Object.hasOwn(BUILT_IN_PROMISES, id);
}
