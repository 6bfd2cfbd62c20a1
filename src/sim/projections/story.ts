import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import { type HandlerRun, runsAfter } from './handler-runs.ts';
import { project } from './projection.ts';
import { moving, type Moving, type MovingView, type TokenKind } from './moving.ts';
import type { Place } from './place.ts';

/** A message from the step that sent it to the step that shows it arrived; `arrived` is null while it is on its way. */
export interface Arrow {
  readonly token: TokenKind;
  readonly label: string;
  readonly from: ActorId;
  readonly to: ActorId;
  /** The wire of the topology it goes along, and whether against its direction. */
  readonly wire: string;
  readonly back: boolean;
  readonly sent: StepNumber;
  readonly arrived: StepNumber | null;
  readonly fate: Moving['fate'];
}

/** A stretch of one actor's time: a local transaction, or a handler at work. `to` is null while it lasts. */
export interface Bracket {
  readonly kind: 'transaction' | 'handler';
  readonly actor: ActorId;
  readonly instance: number;
  readonly label: string;
  readonly from: StepNumber;
  readonly to: StepNumber | null;
  readonly end: 'open' | 'well' | 'undone' | 'died';
}

/**
 * The messages and stretches of a whole trace, found once and extended as steps stream in.
 *
 * It is read for a window of steps, never folded to a cursor: what has not arrived by the cursor is on its way there.
 */
export class Story {
  readonly #arrows: Arrow[] = [];
  readonly #brackets: Bracket[] = [];
  readonly #onTheWay = new Map<string, number>();
  readonly #lasting = new Map<string, number>();
  #moving: MovingView;
  #runs: readonly HandlerRun[] = [];
  #read = 0;
  #hasOperator = false;
  #under: { readonly cursor: number; readonly read: number; readonly arrows: readonly Arrow[] } = {
    cursor: -1,
    read: 0,
    arrows: [],
  };

  constructor(opening: Opening) {
    this.#moving = project(moving, opening, []);
  }

  get arrows(): readonly Arrow[] {
    return this.#arrows;
  }

  get brackets(): readonly Bracket[] {
    return this.#brackets;
  }

  /** Whether anything was done by an operator, who otherwise has no lane. */
  get hasOperator(): boolean {
    return this.#hasOperator;
  }

  /** The messages on their way at a cursor: sent by then, and neither arrived nor known to be lost. */
  underWay(cursor: number): readonly Arrow[] {
    if (this.#under.cursor !== cursor || this.#under.read !== this.#read) {
      const arrows = this.#arrows.filter(
        ({ sent, arrived, fate }) => sent <= cursor && (arrived === null ? fate !== 'lost' : arrived > cursor),
      );
      this.#under = { cursor, read: this.#read, arrows };
    }
    return this.#under.arrows;
  }

  /** Reads the steps it has not read yet, of a trace that only ever grows. */
  extend(steps: readonly Step[]): this {
    for (const step of steps.slice(this.#read)) {
      this.#moving = moving.apply(this.#moving, step);
      if (this.#moving.now !== null) this.#noteArrow(this.#moving.now, step);
      this.#noteBracket(step);
      if (step.actor === 'operator') this.#hasOperator = true;
    }
    this.#read = Math.max(this.#read, steps.length);
    return this;
  }

  #noteArrow(now: Moving, step: Step): void {
    const key = pairKey(step);
    const place = key === null ? undefined : this.#onTheWay.get(key);
    const sent = place === undefined ? undefined : this.#arrows[place];
    if (now.leg === 'in' && sent !== undefined && place !== undefined && key !== null) {
      this.#arrows[place] = { ...sent, arrived: step.number, fate: now.fate };
      this.#onTheWay.delete(key);
      return;
    }
    if (step.kind === 'call.broken') this.#loseRequest(step.call);
    const from = isNews(step) ? (step.cause ?? step.number) : step.number;
    const arrived = now.leg === 'out' ? null : step.number;
    if (key !== null && now.leg === 'out') this.#onTheWay.set(key, this.#arrows.length);
    const { token, label, wire, back, fate } = now;
    this.#arrows.push({
      ...{ token, label, wire, back, fate },
      from: actorAt(now.from),
      to: actorAt(now.to),
      sent: from,
      arrived,
    });
  }

  /** A connection that was refused or broke: the request that never arrived is not on its way any more. */
  #loseRequest(call: string): void {
    const place = this.#onTheWay.get(`request ${call}`);
    const request = place === undefined ? undefined : this.#arrows[place];
    if (place !== undefined && request !== undefined) this.#arrows[place] = { ...request, fate: 'lost' };
  }

  #noteBracket(step: Step): void {
    this.#noteRun(step);
    switch (step.kind) {
      case 'transaction.begun':
        return this.#open(`tx ${step.database} ${step.tx}`, step, 'transaction', step.tx);
      case 'transaction.committed':
        return this.#close(`tx ${step.database} ${step.tx}`, step, 'well');
      case 'transaction.aborted':
        return this.#close(`tx ${step.database} ${step.tx}`, step, 'undone');
      case 'service.crashed':
        return this.#crash(step);
      default:
    }
  }

  #noteRun(step: Step): void {
    const { runs, now } = runsAfter(this.#runs, step);
    this.#runs = runs;
    if (now === null || step.kind === 'service.crashed') return;
    const key = `run ${String(now.started)}`;
    if (now.started === step.number) this.#open(key, step, 'handler', now.handler);
    if (now.ended === step.number) this.#close(key, step, now.state === 'ok' ? 'well' : 'undone');
  }

  #open(key: string, step: Step, kind: Bracket['kind'], label: string): void {
    this.#lasting.set(key, this.#brackets.length);
    const { actor, instance, number } = step;
    this.#brackets.push({ kind, actor, instance, label, from: number, to: null, end: 'open' });
  }

  #close(key: string, step: Step, end: Bracket['end']): void {
    const place = this.#lasting.get(key);
    const open = place === undefined ? undefined : this.#brackets[place];
    if (place === undefined || open === undefined) return;
    this.#brackets[place] = { ...open, to: step.number, end };
    this.#lasting.delete(key);
  }

  #crash(step: Step & { readonly kind: 'service.crashed' }): void {
    for (const [key, place] of this.#lasting) {
      const open = this.#brackets[place];
      if (open?.actor === step.service && open.instance === step.instance) this.#close(key, step, 'died');
    }
  }
}

/** What arrives without a step of its own at the other end: it left with what caused it. */
const isNews = ({ kind }: Step): boolean => kind === 'call.broken' || kind === 'publish.confirmed';

/** What pairs a departure with its arrival; null for what does both in one step. */
function pairKey(step: Step): string | null {
  switch (step.kind) {
    case 'request.sent':
    case 'request.received':
      return `request ${step.call}`;
    case 'reply.sent':
    case 'reply.received':
    case 'call.broken':
      return `reply ${step.call}`;
    case 'message.published':
    case 'message.routed':
      return `publish ${step.message.id}`;
    case 'message.delivered':
    case 'message.received':
      return `deliver ${step.queue} ${step.message.id} ${String(step.tag)}`;
    default:
      return null;
  }
}

const actorAt = (place: Place): ActorId => (place.kind === 'exchange' || place.kind === 'queue' ? 'broker' : place.id);
