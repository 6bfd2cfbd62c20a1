import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../commands/use-command.ts';
import { navigate } from '../frame/address.ts';
import { Icon } from '../ui/Icon.tsx';
import type { FileTrouble } from './open-file.ts';

const FileProblems = lazy(async () => ({ default: (await import('./FileProblems.tsx')).FileProblems }));

type Opening = { readonly kind: 'none' } | { readonly kind: 'reading'; readonly name: string } | FileTrouble;

const NONE: Opening = { kind: 'none' };

/** Opens a scenario file from the reader's computer: it is read here, and the run it tells gets an address of its own. */
export function OpenFile() {
  const { t } = useTranslation('gallery');
  const input = useRef<HTMLInputElement>(null);
  const [opening, setOpening] = useState<Opening>(NONE);
  const ask = () => input.current?.click();
  useCommand({ id: 'openFile', run: ask });

  const open = async (file: File) => {
    setOpening({ kind: 'reading', name: file.name });
    const { openFile } = await import('./open-file.ts');
    const opened = await openFile(file);
    setOpening(opened.ok ? NONE : opened.problem);
    if (opened.ok) navigate(opened.value);
  };

  return (
    <>
      <button type="button" className="btn lg:w-full" onClick={ask} title={t('openHint')}>
        <Icon name="folder" />
        {opening.kind === 'reading' ? t('opening', { name: opening.name }) : t('open')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml,.json"
        aria-label={t('open')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void open(file);
        }}
      />
      {opening.kind !== 'none' && opening.kind !== 'reading' && (
        <Suspense>
          <FileProblems
            trouble={opening}
            onAnother={ask}
            onClose={() => {
              setOpening(NONE);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
