import type { Step } from '../trace/step.ts';
import type { InstanceState } from './components.ts';
import type { HandlerRun } from './handler-runs.ts';

/** What a service instance does after a step, given the runs of all handlers after it. */
export function instanceAfter(before: InstanceState, step: Step, runs: readonly HandlerRun[]): InstanceState {
  switch (step.kind) {
    case 'service.crashed':
      if (!isAbout(before, step)) return before;
      return { ...before, state: 'crashed', handlers: [], relay: { state: 'crashed', left: 0 }, since: step.number };
    case 'service.restarted':
      if (!isAbout(before, step)) return before;
      return { ...before, state: 'restarted', relay: { state: 'idle', left: 0 }, since: step.number };
    case 'service.deployed':
      return step.service === before.service ? { ...before, version: step.version, since: step.number } : before;
    case 'run.rested':
      return working(before, step, runs);
    default:
      if (step.actor !== before.service || step.instance !== before.instance) return before;
      return step.part === 'relay' ? relayAfter(before, step) : working(before, step, runs);
  }
}

const isAbout = (
  { service, instance }: InstanceState,
  step: { readonly service: string; readonly instance: number },
): boolean => step.service === service && step.instance === instance;

function working(before: InstanceState, step: Step, runs: readonly HandlerRun[]): InstanceState {
  const own = runs.filter(({ service, instance }) => service === before.service && instance === before.instance);
  const running = own.filter(({ state }) => state === 'running');
  const youngest = own.at(-1);
  if (running.length === 0 && before.handlers.length === 0 && youngest?.latest !== step.number) return before;
  const waiting = running.length > 0 && running.every(({ waitsFor }) => waitsFor !== null);
  return {
    ...before,
    state: running.length === 0 ? 'idle' : waiting ? 'waiting' : 'active',
    handlers: running.map(({ handler }) => handler),
    latest: youngest?.handler ?? before.latest,
    outcome: youngest?.state ?? before.outcome,
    since: step.number,
  };
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
