import type { ComponentsView } from '#sim/projections/components.ts';
import type { HandlerRun } from '#sim/projections/handler-runs.ts';
import { messagesInOrder, type MessagesView } from '#sim/projections/messages.ts';
import type { Moving } from '#sim/projections/moving.ts';
import type { Arrow, Story } from '#sim/projections/story.ts';
import type { Scenario } from '#sim/scenario/scenario.ts';
import type { Wire } from './graph.ts';
import { withInner } from './steps-of.ts';

/** How a wire looks at the cursor. */
export interface WireState {
  /** What moves along it at this step. */
  readonly moving: Moving | null;
  /** Messages that are on their way and do not move at this step, one of each direction. */
  readonly under: readonly Arrow[];
  /** The line back: nothing is asked, an answer is waited for, or none will come. */
  readonly answer: 'rest' | 'waiting' | 'lost';
  /** An event that nobody will ever publish: its handler died between its commit and this wire (R-DW-1). */
  readonly never: string | null;
}

/** What all wires are read from. */
export interface WireSources {
  readonly scenario: Scenario;
  readonly cursor: number;
  readonly story: Story;
  readonly moving: Moving | null;
  readonly components: ComponentsView;
  readonly messages: MessagesView;
}

export function wireStateOf(wire: Wire, sources: WireSources): WireState {
  const moving = sources.moving?.wire === wire.id ? sources.moving : null;
  return {
    moving,
    under: underWay(wire, sources, moving),
    answer: answerOf(wire, sources.components),
    never: wire.kind === 'publish' ? neverPublished(wire.from.id, sources) : null,
  };
}

function underWay({ id }: Wire, { story, cursor }: WireSources, moving: Moving | null): readonly Arrow[] {
  const open = story.underWay(cursor).filter(({ wire }) => wire === id);
  const ahead = [open.find(({ back }) => !back), open.find(({ back }) => back)].filter((arrow) => arrow !== undefined);
  return ahead.filter(({ sent, back }) => moving === null || (sent !== cursor && back !== moving.back));
}

function answerOf({ kind, from }: Wire, { clients }: ComponentsView): WireState['answer'] {
  if (kind !== 'call' || from.kind !== 'client') return 'rest';
  const state = clients.find(({ id }) => id === from.id)?.state;
  return state === 'waiting' ? 'waiting' : state === 'unknown' ? 'lost' : 'rest';
}

/** With an outbox the row survives and will be published; sent directly, what the crash took is gone. */
function neverPublished(service: string, { scenario, components, messages }: WireSources): string | null {
  const design = scenario.services[service];
  const dead = components.runs.findLast((run) => run.service === service && run.state === 'died');
  if (design === undefined || dead === undefined || design.messaging.publish !== 'direct-after-commit') return null;
  if (!dead.lines.some(({ path }) => path.endsWith('.commit'))) return null;
  const emitted = (design.handlers[dead.handler]?.steps ?? [])
    .flatMap(withInner)
    .flatMap((step) => (step.verb === 'emit' || step.verb === 'send' ? [step.type] : []));
  return emitted.find((type) => !wasPublishedBy(dead, type, messages)) ?? null;
}

const wasPublishedBy = (run: HandlerRun, type: string, messages: MessagesView): boolean =>
  messagesInOrder(messages).some(
    ({ message, published }) =>
      message.type === type && published.some((step) => step > run.started && step <= (run.ended ?? step)),
  );
