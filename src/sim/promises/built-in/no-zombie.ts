import type { News } from '../facts/facts.ts';
import { typesOwedAfter } from '../facts/handler-code.ts';
import type { HandlerRun } from '../facts/handler-run.ts';
import { evidence, foundOpen, type StartTrial } from '../trial.ts';

/** A message that a commit made due. */
interface Owed {
  readonly service: string;
  readonly type: string;
  /** Of an outbox row; a message that was to be published directly was never made. */
  readonly messageId: string | null;
  /** What the handler that committed was about: a call, or a queue and a message. */
  readonly from: string | null;
}

/**
 * What was committed and should be told is told (INV-12, R-DW-1). Owed is every committed outbox row, until the broker has
 * routed it; and where a service publishes directly, every message that its handler sends without condition in or
 * behind the transaction that has committed.
 */
export const noZombie: StartTrial = () => {
  const owed = new Map<string, Owed>();
  const told = new Set<string>();
  return {
    observe(news) {
      const before = owed.size;
      const settled = settle(news, owed, told);
      for (const [key, one] of dueAfter(news)) if (!told.has(key)) owed.set(key, one);
      return settled || owed.size !== before;
    },
    find: () => foundOpen(evidence(owed.values(), (one) => ({ ...one }))),
  };
};

function settle({ step, runs }: News, owed: Map<string, Owed>, told: Set<string>): boolean {
  if (step.kind === 'message.routed') return owed.delete(outboxKey(step.message.id));
  if (step.kind !== 'message.published' || step.by !== 'handler') return false;
  const keys = runs.map((run) => directKey(run, step.message.type));
  for (const key of keys) told.add(key);
  return keys.map((key) => owed.delete(key)).includes(true);
}

function dueAfter({ step, runs, outbox }: News): readonly (readonly [string, Owed])[] {
  const rows = outbox.added.map(({ database, id, type }) => {
    return [outboxKey(id), { service: database, type, messageId: id, from: null }] as const;
  });
  if (step.kind !== 'transaction.committed') return rows;
  const direct = runs.flatMap((run) =>
    typesDue(run, step.line?.path).map((type) => {
      const one = { service: run.service.id, type, messageId: null, from: run.key };
      return [directKey(run, type), one] as const;
    }),
  );
  return [...rows, ...direct];
}

/** The end of a transaction at line `2` is the line `2.commit`. */
function typesDue(run: HandlerRun, line = ''): readonly string[] {
  if (run.service.messaging.publish === 'outbox') return [];
  return typesOwedAfter(run.service.handlers[run.handler]?.steps ?? [], line.replace(/\.commit$/, ''));
}

const outboxKey = (messageId: string): string => `outbox ${messageId}`;

const directKey = (run: HandlerRun, type: string): string => `${run.service.id} ${run.key} ${type}`;
