import { now, type Work } from '../kernel/effect.ts';
import type { Json } from '../model/json.ts';
import type { Subject } from '../trace/step.ts';
import type { Context, Trigger } from './context.ts';
import { runSteps } from './interpreter.ts';
import { failed, type Outcome } from './outcome.ts';
import type { ServiceState, World } from './world.ts';

export interface HandlerCall {
  readonly handler: string;
  readonly instance: number;
  readonly trigger: Trigger;
  readonly about: Subject;
  readonly names: Readonly<Record<string, Json>>;
  readonly markerPending: boolean;
}

/** A fresh context for one run of a handler. Ids it draws are counted per service. */
export function* openContext(world: World, state: ServiceState, call: HandlerCall): Work<Context> {
  const { service } = state;
  const { handler, instance, trigger, about, markerPending } = call;
  return {
    world,
    state,
    service,
    instance,
    handler,
    trigger,
    about,
    host: { nextId: (prefix) => world.envelopes.nextId(prefix, service.id) },
    names: new Map<string, Json>([...Object.entries(call.names), ['instance', instance], ['now', yield* now()]]),
    tx: null,
    writtenAlone: null,
    markerPending,
  };
}

/** Runs the handler's steps. A handler that the version in service does not have has failed. */
export function* runHandler(context: Context): Work<Outcome> {
  const handler = context.service.handlers[context.handler];
  if (handler === undefined) return failed(`${context.service.id} has no handler ${context.handler}`);
  return yield* runSteps(context, handler.steps);
}
