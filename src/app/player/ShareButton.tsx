import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { useSession } from '../session/session.tsx';
import type { LinkState } from '../sharing/link-state.ts';
import { Button } from '../ui/Button.tsx';
import { linkTo } from './use-address.ts';

const ShareDialog = lazy(async () => ({ default: (await import('../sharing/ShareDialog.tsx')).ShareDialog }));

/** The link to exactly what is on the screen. */
export function ShareButton({ opened }: { readonly opened: LinkState }) {
  const { t } = useTranslation('player');
  const session = useSession();
  const [state, setState] = useState<LinkState | null>(null);
  const open = () => {
    setState(linkTo(session, opened));
  };
  useCommand({ id: 'share', run: open });
  return (
    <>
      <Button tone="primary" icon="share" className="flex-none" onPress={open}>
        <span className="max-sm:sr-only">{t('share')}</span>
      </Button>
      {state !== null && (
        <Suspense>
          <ShareDialog
            state={state}
            onClose={() => {
              setState(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
