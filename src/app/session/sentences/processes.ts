import type { ProcessHappening } from '#sim/trace/happening.ts';
import type { Sentences } from './say.ts';

/** Processes, faults and operators. */
export const PROCESS_SENTENCES: Sentences<ProcessHappening['kind']> = {
  'handler.started': ({ actor, handler, trigger }, { text, name }) =>
    text(`handlerStarted.${trigger}`, { actor: name(actor), handler }),
  'handler.ended': ({ actor, handler, outcome, reason }, { text, name }) =>
    reason === null
      ? text(`handlerEnded.${outcome}`, { actor: name(actor), handler })
      : text(`handlerEndedBecause.${outcome}`, { actor: name(actor), handler, reason }),
  'fault.injected': ({ fault, on }, { text, name }) => text('faultInjected', { fault, on: name(on) }),
  'service.crashed': ({ service, lost }, { text, name, list }) =>
    lost.length === 0
      ? text('serviceCrashed', { service: name(service) })
      : text('serviceCrashedLosing', { service: name(service), lost: list(lost) }),
  'service.restarted': ({ service }, { text, name }) => text('serviceRestarted', { service: name(service) }),
  'service.deployed': ({ service, version, says }, { text, name }) =>
    says === null
      ? text('serviceDeployed', { service: name(service), version })
      : text('serviceDeployedSaying', { service: name(service), version, says }),
  'connection.lost': ({ service, queues }, { text, name, list }) =>
    queues.length === 0
      ? text('connectionLost', { service: name(service) })
      : text('connectionLostOf', { service: name(service), queues: list(queues) }),
  'time.waited': ({ actor, ms }, { text, name }) => text('timeWaited', { actor: name(actor), ms }),
  'run.rested': (_, { text }) => text('runRested'),
  'run.limited': ({ limit }, { text }) => text(`runLimited.${limit}`),
};
