declare module '../namespaces.ts' {
  interface Namespaces {
    promises: typeof messages;
  }
}

/** What the built-in promises are called and say: the very words of the simulation, to stand beside their translations. */
export const messages = {
  'outbox-drained': {
    title: 'Outbox drained',
    says: 'Every message in an outbox has been published.',
  },
  'no-ghost': {
    title: 'No ghost message',
    says: 'No message tells of something that was never committed.',
  },
  'no-zombie': {
    title: 'No zombie record',
    says: 'Whatever was committed and should be told has been told.',
  },
  'effectively-once': {
    title: 'Effectively once',
    says: 'Every consumer applies every message once, however often it is delivered.',
  },
  'message-accounting': {
    title: 'Message accounting',
    says: 'Every message in a queue is accounted for, and none is acked without having been processed.',
  },
  'per-key-order': {
    title: 'Order per key',
    says: 'Every consumer takes up the messages about one thing in the order they were made.',
  },
  encapsulation: {
    title: 'Encapsulation',
    says: 'No service reads or writes the data of another in its database.',
  },
  causality: {
    title: 'Causality',
    says: 'Every message names an earlier cause and stays in its business transaction and its trace.',
  },
  'version-monotone': {
    title: 'Versions count up',
    says: 'Every change of a row with a version counts the version up by one.',
  },
  'migrations-sane': {
    title: 'Migrations sane',
    says: 'No migration failed, and every database has the migrations of the version in service.',
  },
  'no-silent-drop': {
    title: 'No silent drop',
    says: 'No message disappears because nothing was bound to take it.',
  },
  'dead-letters-empty': {
    title: 'No dead letters',
    says: 'No message waits for a human in a dead-letter queue.',
  },
} as const;
