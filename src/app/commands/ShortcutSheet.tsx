import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSettings } from '../stores/settings.ts';
import { Banner } from '../ui/Banner.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { acting, commandStore } from './command-store.ts';
import { bindingOf, COMMAND_IDS, type CommandGroup, type CommandId } from './key-map.ts';
import { keyName } from './key-names.ts';

const GROUPS = ['steps', 'play', 'look', 'change', 'go'] as const satisfies readonly CommandGroup[];

/** Every command of the page with its keys; what cannot be done right now says so. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shortcuts');
  const { t: shell } = useTranslation();
  const singleKeys = useSettings((settings) => settings.singleKeys);
  return (
    <Dialog title={t('title')} closeLabel={shell('close')} onClose={onClose} width="wide">
      {singleKeys ? (
        <p className="text-13 text-muted">{t('hint')}</p>
      ) : (
        <Banner tone="wait" icon="keyboard" title={t('off')} />
      )}
      <div className="mt-3 gap-8 sm:columns-2">
        {GROUPS.map((group) => (
          <section key={group} className="mb-4 break-inside-avoid">
            <h3 className="kick mb-1">{t(`group.${group}`)}</h3>
            <dl>
              {COMMAND_IDS.filter((id) => bindingOf(id).group === group).map((id) => (
                <Line key={id} id={id} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ id }: { readonly id: CommandId }) {
  const { t } = useTranslation('shortcuts');
  const possible = useStore(commandStore, (commands) => acting([id], commands) !== undefined);
  const { keys } = bindingOf(id);
  return (
    <div className="flex min-h-7 items-center justify-between gap-3 text-13">
      <dt className={possible ? '' : 'text-muted'}>
        {t(`command.${id}`)}
        {!possible && <span className="sr-only"> ({t('now')})</span>}
      </dt>
      <dd className="flex flex-none items-center gap-1 text-12 text-muted">
        {keys.length === 0 && t('noKey')}
        {keys.map((one, index) => (
          <span key={one} className="flex items-center gap-1">
            {index > 0 && t('or')}
            <Kbd keys={keyName(one)} />
          </span>
        ))}
      </dd>
    </div>
  );
}
