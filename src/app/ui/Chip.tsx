import type { ReactNode } from 'react';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

export type Status = 'active' | 'ok' | 'wait' | 'fail' | 'comp' | 'idle' | 'dead' | 'doubt';

const FILL = {
  active: 'bg-active text-on-active border-transparent',
  ok: 'bg-ok text-on-ok border-transparent',
  wait: 'bg-wait text-on-wait border-[var(--chip-edge)]',
  fail: 'bg-fail text-on-fail border-transparent',
  comp: 'bg-comp text-on-comp border-[var(--chip-edge)]',
  idle: 'bg-idle text-on-idle border-idle-line',
  dead: 'bg-dead text-on-dead border-transparent',
  doubt:
    'bg-[repeating-linear-gradient(135deg,var(--doubt-1)_0_5px,var(--doubt-2)_5px_9px)] text-[var(--on-doubt)] border-[var(--chip-edge)]',
} satisfies Record<Status, string>;

const SOFT = {
  active: 'bg-active-soft text-active-text border-transparent',
  ok: 'bg-ok-soft text-ok-text border-transparent',
  wait: 'bg-wait-soft text-wait-text border-transparent',
  fail: 'bg-fail-soft text-fail-text border-transparent',
  comp: 'bg-comp-soft text-comp-text border-transparent',
  idle: 'bg-idle-soft text-idle-text border-transparent',
  dead: 'bg-dead-soft text-dead-text border-transparent',
  doubt: 'bg-wait-soft text-wait-text border-wait-line',
} satisfies Record<Status, string>;

const GLYPH = {
  active: 'dot',
  ok: 'check',
  wait: 'clock',
  fail: 'cross',
  comp: 'undo',
  idle: 'ring',
  dead: 'skull',
  doubt: 'question',
} satisfies Record<Status, IconName>;

const TEXT = {
  active: 'text-active-text',
  ok: 'text-ok-text',
  wait: 'text-wait-text',
  fail: 'text-fail-text',
  comp: 'text-comp-text',
  idle: 'text-idle-text',
  dead: 'text-dead-text',
  doubt: 'text-wait-text',
} satisfies Record<Status, string>;

interface StateProps {
  readonly status: Status;
  /** Another glyph than the status's own. */
  readonly glyph?: IconName | undefined;
  readonly children: ReactNode;
}

/** A state: pill, glyph, word and colour, never colour alone. */
export function Chip({ status, glyph, soft = false, children }: StateProps & { readonly soft?: boolean }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 rounded-xl border pr-2 pl-1.5 text-12 font-semibold whitespace-nowrap ${(soft ? SOFT : FILL)[status]}`}
    >
      <Icon name={glyph ?? GLYPH[status]} size={12} className="[stroke-width:2]" />
      {children}
    </span>
  );
}

/** The same without a ground: glyph and word in the status's text colour. */
export function StateWord({ status, glyph, children }: StateProps) {
  return (
    <span className={`inline-flex items-center gap-1 text-12 font-semibold whitespace-nowrap ${TEXT[status]}`}>
      <Icon name={glyph ?? GLYPH[status]} size={14} className="[stroke-width:2]" />
      {children}
    </span>
  );
}
