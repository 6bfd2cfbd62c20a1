import { useTranslation } from 'react-i18next';
import { Header } from '../frame/Header.tsx';
import { ChoicesMenu } from '../panels/choices/ChoicesMenu.tsx';
import { FittingChoices } from '../panels/choices/FittingChoices.tsx';
import { useRun } from '../session/session.tsx';
import { SharedBadge } from '../sharing/LinkNotes.tsx';
import type { LinkState } from '../sharing/link-state.ts';
import { Icon } from '../ui/Icon.tsx';
import { ShareButton } from './ShareButton.tsx';

interface TopBarProps {
  readonly opened: LinkState;
  /** The run came with an address that this browser did not write. */
  readonly foreign: boolean;
  readonly wide: boolean;
}

/** Where one is, which design is looked at, and the link to it. */
export function TopBar({ opened, foreign, wide }: TopBarProps) {
  const { t } = useTranslation('player');
  const title = useRun((run) => run.scenario.title);
  return (
    <Header dense>
      <nav
        aria-label={t('breadcrumbs')}
        className="flex min-w-0 items-center gap-2 text-14 whitespace-nowrap text-muted lg:max-w-[45%] lg:flex-none"
      >
        <a href="#/" className="text-muted no-underline hover:underline max-lg:hidden">
          {t('scenarios')}
        </a>
        <Icon name="next" size={12} className="max-lg:hidden" />
        <h1 className="m-0 truncate text-14 text-ink">{title}</h1>
        {foreign && (
          <span className="max-sm:hidden">
            <SharedBadge />
          </span>
        )}
      </nav>
      {wide ? (
        <FittingChoices />
      ) : (
        <>
          <span className="grow" />
          <ChoicesMenu />
        </>
      )}
      <ShareButton opened={opened} />
    </Header>
  );
}
