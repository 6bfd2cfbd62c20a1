import type { ReactNode } from 'react';
import type { IconName } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** Why it is empty and what fills it. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon = 'search', title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center text-muted">
      <Icon name={icon} size={20} />
      <p className="text-15 font-semibold text-ink">{title}</p>
      {children !== undefined && <div className="max-w-[48ch] text-14">{children}</div>}
      {actions !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
