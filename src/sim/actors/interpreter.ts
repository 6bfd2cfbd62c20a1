import { now, wait, type Work } from '../kernel/effect.ts';
import { unreachable } from '../model/invariant.ts';
import { isList, type Json } from '../model/json.ts';
import type { HandlerStep, TransactionStep } from '../scenario/handler-step.ts';
import { namesGiven } from '../scenario/names-given.ts';
import { runCall } from './call.ts';
import type { Context } from './context.ts';
import { runRead, runWrite } from './data-steps.ts';
import { runEmit } from './emit.ts';
import { DONE, failed, type Outcome } from './outcome.ts';
import { compute } from './statement.ts';
import { runTransaction } from './transaction.ts';

/** Runs a handler's steps in order until one ends it. */
export function* runSteps(context: Context, steps: readonly HandlerStep[]): Work<Outcome> {
  for (const step of steps) {
    const outcome = yield* runStep(context, step);
    if (outcome.kind !== 'done') return outcome;
  }
  return DONE;
}

/** `if` is asked first, then `each`. */
function* runStep(context: Context, step: HandlerStep): Work<Outcome> {
  context.names.set('now', yield* now());
  if (step.condition !== null) {
    const holds = compute(context, step.condition);
    if (!holds.ok) return failed(holds.problem);
    if (holds.value !== true) return yield* runSteps(context, step.otherwise);
  }
  return step.each === null ? yield* runVerb(context, step) : yield* runEach(context, step, step.each);
}

/** Once per element. What the step names is, afterwards, the list of its values in order. */
function* runEach(context: Context, step: HandlerStep, each: { name: string; list: string }): Work<Outcome> {
  const list = compute(context, each.list);
  if (!list.ok) return failed(list.problem);
  if (!isList(list.value)) return failed(`\`${each.list}\` is no list`);
  const names = namesGiven(step);
  const outer = context.names.get(each.name);
  const gathered = new Map<string, Json[]>(names.map((name) => [name, []]));
  for (const element of list.value) {
    context.names.set(each.name, element);
    const outcome = yield* runVerb(context, step);
    if (outcome.kind !== 'done') return outcome;
    for (const [name, values] of gathered) values.push(context.names.get(name) ?? null);
  }
  if (outer === undefined) context.names.delete(each.name);
  else context.names.set(each.name, outer);
  for (const [name, values] of gathered) context.names.set(name, values);
  return DONE;
}

function* runVerb(context: Context, step: HandlerStep): Work<Outcome> {
  if (commitsFirst(context, step)) return yield* runTransaction(context, transactionAround(step));
  switch (step.verb) {
    case 'read':
      return yield* runRead(context, step);
    case 'write':
      return yield* runWrite(context, step);
    case 'let':
      return runLet(context, step.names);
    case 'transaction':
      return yield* runTransaction(context, step);
    case 'emit':
    case 'send':
      return yield* runEmit(context, step);
    case 'call':
      return yield* runCall(context, step);
    case 'reply': {
      const [status, body] = [compute(context, step.status), compute(context, step.body)];
      if (!status.ok) return failed(status.problem);
      if (!body.ok) return failed(body.problem);
      if (!isStatus(status.value)) return failed(`${JSON.stringify(status.value)} is no status of a reply`);
      return { kind: 'replied', status: status.value, body: body.value };
    }
    case 'refuse':
      return { kind: 'refused', status: step.status, reason: step.reason };
    case 'do':
      return yield* runSteps(context, step.steps);
    case 'wait':
      yield* wait(step.ms);
      return DONE;
    default:
      return unreachable(step);
  }
}

/** Whether the step is the first to commit anything, outside a transaction, while the inbox marker waits for one. */
function commitsFirst(context: Context, step: HandlerStep): boolean {
  if (!context.markerPending || context.tx !== null || context.writtenAlone !== null) return false;
  if (step.verb === 'write') return step.in === null;
  return (step.verb === 'emit' || step.verb === 'send') && context.service.messaging.publish === 'outbox';
}

/** An effect and its inbox marker commit together, even when the handler asked for no transaction (R-INB-2). */
const transactionAround = (step: HandlerStep): TransactionStep => ({
  verb: 'transaction',
  path: step.path,
  condition: null,
  otherwise: [],
  each: null,
  as: null,
  steps: [{ ...step, condition: null, each: null }],
});

const isStatus = (value: Json): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599;

function runLet(context: Context, names: readonly { readonly name: string; readonly value: Json }[]): Outcome {
  for (const { name, value } of names) {
    const computed = compute(context, value);
    if (!computed.ok) return failed(computed.problem);
    context.names.set(name, computed.value);
  }
  return DONE;
}
