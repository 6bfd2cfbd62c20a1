import type { ReactNode } from 'react';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

export type BannerTone = 'plain' | 'wait' | 'fail' | 'ok' | 'comp' | 'here';

const LOOK = {
  plain: { box: 'bg-sunk border-hair', head: '', icon: 'help' },
  wait: { box: 'bg-wait-soft border-wait-line', head: 'text-wait-text', icon: 'clock' },
  fail: { box: 'bg-fail-soft border-fail-line', head: 'text-fail-text', icon: 'warning' },
  ok: { box: 'bg-ok-soft border-ok-line', head: 'text-ok-text', icon: 'check' },
  comp: { box: 'bg-comp-soft border-comp-line', head: 'text-comp-text', icon: 'undo' },
  here: { box: 'bg-accent-soft border-accent-line', head: 'text-accent-text', icon: 'link' },
} satisfies Record<BannerTone, { box: string; head: string; icon: IconName }>;

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly title: ReactNode;
  readonly icon?: IconName;
  readonly children?: ReactNode;
  /** Buttons: the way out. */
  readonly actions?: ReactNode;
  readonly role?: 'alert' | 'status' | 'note';
}

/** Says what is the matter, in a sentence, and what can be done about it. */
export function Banner({ tone = 'plain', title, icon, children, actions, role = 'note' }: BannerProps) {
  const look = LOOK[tone];
  return (
    <div role={role} className={`flex gap-2.5 rounded border px-3 py-2.5 text-13 ${look.box}`}>
      <Icon name={icon ?? look.icon} className={`mt-px ${look.head}`} />
      <div className="min-w-0 flex-1">
        <p className={`font-semibold ${look.head}`}>{title}</p>
        {children !== undefined && <div className="text-ink-2">{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
