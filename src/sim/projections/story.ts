import type { ActorId, StepNumber } from '../model/ids.ts';
import type { Step } from '../trace/step.ts';
import type { Opening } from '../trace/trace.ts';
import { project } from './projection.ts';
import { moving, type Moving, type MovingView, type TokenKind } from './moving.ts';
import type { Place } from './place.ts';

/** A message from the step that sent it to the step that shows it arrived; `arrived` is null while it is on its way. */
export interface Arrow {
  readonly token: TokenKind;
  readonly label: string;
  readonly from: ActorId;
  readonly to: ActorId;
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
  #read = 0;

  constructor(opening: Opening) {
    this.#moving = project(moving, opening, []);
  }

  get arrows(): readonly Arrow[] {
    return this.#arrows;
  }

  get brackets(): readonly Bracket[] {
    return this.#brackets;
  }

  /** Reads the steps it has not read yet, of a trace that only ever grows. */
  extend(steps: readonly Step[]): this {
    for (const step of steps.slice(this.#read)) {
      this.#moving = moving.apply(this.#moving, step);
      if (this.#moving.now !== null) this.#noteArrow(this.#moving.now, step);
      this.#noteBracket(step);
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
    const from = step.kind === 'call.broken' ? (step.cause ?? step.number) : step.number;
    const arrived = now.leg === 'out' ? null : step.number;
    if (key !== null && now.leg === 'out') this.#onTheWay.set(key, this.#arrows.length);
    const { token, label, fate } = now;
    this.#arrows.push({ token, label, from: actorAt(now.from), to: actorAt(now.to), sent: from, arrived, fate });
  }

  #noteBracket(step: Step): void {
    switch (step.kind) {
      case 'transaction.begun':
        return this.#open(`tx ${step.database} ${step.tx}`, step, 'transaction', step.tx);
      case 'transaction.committed':
        return this.#close(`tx ${step.database} ${step.tx}`, step, 'well');
      case 'transaction.aborted':
        return this.#close(`tx ${step.database} ${step.tx}`, step, 'undone');
      case 'handler.started':
        return this.#open(handlerKey(step, step.handler), step, 'handler', step.handler);
      case 'handler.ended':
        return this.#close(handlerKey(step, step.handler), step, step.outcome === 'ok' ? 'well' : 'undone');
      case 'service.crashed':
        return this.#crash(step);
      default:
    }
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

const handlerKey = ({ actor, instance, about }: Step, handler: string): string =>
  `handler ${actor} ${String(instance)} ${handler} ${about.messageId ?? about.command ?? ''}`;

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
      return `deliver ${step.queue} ${String(step.tag)}`;
    default:
      return null;
  }
}

const actorAt = (place: Place): ActorId => (place.kind === 'exchange' || place.kind === 'queue' ? 'broker' : place.id);
