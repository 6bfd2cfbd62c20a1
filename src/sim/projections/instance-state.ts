import type { Step } from '../trace/step.ts';
import type { InstanceState, OpenHandler } from './components.ts';

/** What a service instance does after a step. */
export function instanceAfter(before: InstanceState, step: Step): InstanceState {
  const about = crashAfter(before, step);
  if (about !== before) return about;
  if (step.actor !== before.service || step.instance !== before.instance) return before;
  return step.part === 'relay' ? relayAfter(before, step) : processAfter(before, step);
}

function crashAfter(before: InstanceState, step: Step): InstanceState {
  switch (step.kind) {
    case 'service.crashed':
      if (step.service !== before.service || step.instance !== before.instance) return before;
      return { ...before, state: 'crashed', handlers: [], relay: { state: 'crashed', left: 0 }, since: step.number };
    case 'service.restarted':
      if (step.service !== before.service || step.instance !== before.instance) return before;
      return { ...before, state: 'restarted', relay: { state: 'idle', left: 0 }, since: step.number };
    case 'service.deployed':
      return step.service === before.service ? { ...before, version: step.version, since: step.number } : before;
    default:
      return before;
  }
}

function processAfter(before: InstanceState, step: Step): InstanceState {
  switch (step.kind) {
    case 'handler.started': {
      const started = { handler: step.handler, waiting: false, since: step.number };
      const handlers = [...before.handlers, started];
      return { ...before, state: 'active', handlers, latest: step.handler, outcome: null, since: step.number };
    }
    case 'handler.ended': {
      const place = before.handlers.findIndex(({ handler }) => handler === step.handler);
      const handlers = place < 0 ? before.handlers : before.handlers.toSpliced(place, 1);
      return { ...before, state: stateOf(handlers), handlers, outcome: step.outcome, since: step.number };
    }
    case 'request.sent':
    case 'time.waited':
      return waits(before, step, true);
    case 'reply.received':
    case 'call.timedOut':
    case 'call.broken':
      return waits(before, step, false);
    default:
      return before;
  }
}

function waits(before: InstanceState, step: Step, waiting: boolean): InstanceState {
  const place = before.handlers.findIndex((open) => open.handler === step.line?.handler && open.waiting !== waiting);
  const found = before.handlers[place];
  if (found === undefined) return before;
  const handlers = before.handlers.with(place, { ...found, waiting });
  return { ...before, state: stateOf(handlers), handlers, since: step.number };
}

function stateOf(handlers: readonly OpenHandler[]): InstanceState['state'] {
  if (handlers.length === 0) return 'idle';
  return handlers.every(({ waiting }) => waiting) ? 'waiting' : 'active';
}

function relayAfter(before: InstanceState, step: Step): InstanceState {
  const left = relayLeft(before.relay.left, step);
  if (left === before.relay.left && before.relay.state !== 'crashed') return before;
  return { ...before, relay: { state: left > 0 ? 'publishing' : 'idle', left }, since: step.number };
}

function relayLeft(left: number, step: Step): number {
  if (step.kind === 'outbox.selected') return step.messages.length;
  return step.kind === 'outbox.marked' ? Math.max(0, left - 1) : left;
}
