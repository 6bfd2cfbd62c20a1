import type { Facts, News } from '../facts/facts.ts';
import { writesRows } from '../facts/handler-code.ts';
import { type HandlerRun, hasEffect, type Published } from '../facts/handler-run.ts';
import { foundBroken, NOTHING_FOUND, type StartTrial } from '../trial.ts';

interface Ghost {
  readonly messageId: string;
  readonly type: string;
  readonly service: string;
}

/**
 * No message tells of something that was never committed (INV-11, R-DW-2). The relay may publish only what was committed
 * to an outbox; a handler that publishes itself must not abort the transaction it did so in, nor end with nothing
 * committed although it was about to write.
 */
export const noGhost: StartTrial = (facts) => {
  let ghost: Ghost | null = null;
  return {
    observe(news) {
      ghost ??= relayed(facts, news) ?? news.runs.flatMap((run) => unfounded(run, news) ?? [])[0] ?? null;
      return ghost !== null;
    },
    find: () => (ghost === null ? NOTHING_FOUND : foundBroken({ ...ghost })),
  };
};

function relayed(facts: Facts, { step }: News): Ghost | null {
  if (step.kind !== 'message.published' || step.by !== 'relay' || facts.outboxes.knows(step.message.id)) return null;
  return { messageId: step.message.id, type: step.message.type, service: step.actor };
}

function unfounded(run: HandlerRun, { step }: News): Ghost | null {
  const [first] = run.published.filter((published) => isUnfounded(run, published, step));
  return first === undefined ? null : { messageId: first.messageId, type: first.type, service: run.service.id };
}

function isUnfounded(run: HandlerRun, { tx }: Published, step: News['step']): boolean {
  if (tx !== null) return step.kind === 'transaction.aborted' && step.tx === tx;
  if (hasEffect(run) || run.ended === null) return false;
  const cut = run.ended === 'failed' || run.ended === 'crashed';
  return run.aborts > 0 || (cut && writesRows(run.service.handlers[run.handler]?.steps ?? []));
}
