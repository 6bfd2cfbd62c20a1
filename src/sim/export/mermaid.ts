import type { ActorId } from '../model/ids.ts';
import { lanesOf } from '../projections/lanes.ts';
import { type Arrow, type Bracket, Story } from '../projections/story.ts';
import type { Step } from '../trace/step.ts';
import type { Trace } from '../trace/trace.ts';

/**
 * A run as a Mermaid sequence diagram: what travelled in the order it was sent, commits, crashes and refusals as notes.
 *
 * Every name is written as character codes where it could mean something to Mermaid, so a title can say anything.
 */
export function toMermaid({ opening, steps }: Pick<Trace, 'opening' | 'steps'>): string {
  const story = new Story(opening).extend(steps);
  const lanes = lanesOf(opening, story.hasOperator);
  const aliases = new Map(lanes.map(({ actor }, place) => [actor, `p${String(place)}`]));
  const participants = lanes.map(({ actor, title, kind }, place) => {
    const keyword = kind === 'client' ? 'actor' : 'participant';
    return `${keyword} p${String(place)} as ${written(title === '' ? actor : title)}`;
  });
  const lines = [...story.arrows.map(lineOfArrow), ...steps.flatMap(noteOf), ...story.brackets.flatMap(noteOfBracket)]
    .toSorted((a, b) => a.step - b.step)
    .map(({ write }) => write((actor) => aliases.get(actor) ?? null))
    .filter((line) => line !== null);
  return ['sequenceDiagram', ...[...participants, ...lines].map((line) => `  ${line}`), ''].join('\n');
}

type Alias = (actor: ActorId) => string | null;

interface Line {
  readonly step: number;
  readonly write: (alias: Alias) => string | null;
}

const ARROWS = { command: '->>', query: '->>', event: '--)', reply: '-->>' } as const;

const lineOfArrow = ({ token, label, from, to, sent, fate }: Arrow): Line => ({
  step: sent,
  write: (alias) => {
    const [left, right] = [alias(from), alias(to)];
    if (left === null || right === null) return null;
    return `${left}${fate === 'lost' ? '-x' : ARROWS[token]}${right}: ${written(label === '' ? token : label)}`;
  },
});

const note = (step: number, actor: ActorId, text: string): Line => ({
  step,
  write: (alias) => {
    const over = alias(actor);
    return over === null ? null : `Note over ${over}: ${written(text)}`;
  },
});

function noteOf(step: Step): readonly Line[] {
  switch (step.kind) {
    case 'transaction.aborted':
      return [note(step.number, step.actor, `rolled back: ${step.reason}`)];
    case 'statement.refused':
    case 'access.denied':
      return [note(step.number, step.actor, `refused ${step.refusal.code}: ${step.refusal.message}`)];
    case 'service.crashed':
      return [note(step.number, step.service, 'crash')];
    case 'service.restarted':
      return [note(step.number, step.service, 'restart')];
    case 'service.deployed':
      return [note(step.number, step.service, `deploy ${step.version}`)];
    case 'call.timedOut':
      return [note(step.number, step.actor, `no answer after ${String(step.afterMs)} ms`)];
    case 'message.deadLettered':
      return [note(step.number, 'broker', `${step.messageId} dead-lettered: ${step.reason}`)];
    case 'message.dropped':
      return [note(step.number, 'broker', `${step.messageId} dropped: ${step.reason}`)];
    default:
      return [];
  }
}

const noteOfBracket = ({ kind, actor, label, to, end }: Bracket): readonly Line[] =>
  kind === 'transaction' && to !== null && end === 'well' ? [note(to, actor, `commit ${label}`)] : [];

/** Letters, digits and a few harmless signs as they are; the rest as `#code;`, which Mermaid shows as the character. */
function written(text: string): string {
  return Array.from(text, (sign) => (/[\p{L}\p{N} ._/-]/u.test(sign) ? sign : `#${String(sign.codePointAt(0))};`)).join(
    '',
  );
}
