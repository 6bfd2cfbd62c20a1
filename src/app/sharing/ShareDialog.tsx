import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { spaced } from '../ui/figures.ts';
import { copyText } from './copy-text.ts';
import { encodeLink } from './encode-link.ts';
import { LinkField } from './LinkField.tsx';
import type { LinkState } from './link-state.ts';
import { runFile } from './run-file.ts';
import { saveAs } from './save-as.ts';

/** Longer links are cut by some mail and chat programs. */
const LONG = 8_000;

interface ShareDialogProps {
  readonly state: LinkState;
  readonly onClose: () => void;
}

/** The address of the run on screen, to be copied, or saved as a file where it is too long for that. */
export function ShareDialog({ state, onClose }: ShareDialogProps) {
  const { t } = useTranslation('sharing');
  const { t: shell } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const link = useLink(state);
  const [outcome, setOutcome] = useState<'copied' | 'select' | null>(null);

  const copy = async () => {
    const done = await copyText(link);
    if (!done) field.current?.select();
    setOutcome(done ? 'copied' : 'select');
  };
  const download = () => {
    saveAs(`${state.scenarioId}.sagascope.json`, 'application/json', runFile(link.slice(link.indexOf('#'))));
  };
  const buttons = (
    <>
      <Button icon="download" onPress={download}>
        {t('download')}
      </Button>
      <Button tone="primary" icon="copy" onPress={() => void copy()}>
        {t('copy')}
      </Button>
    </>
  );

  return (
    <Dialog title={t('title')} closeLabel={shell('close')} onClose={onClose} footer={buttons}>
      <div className="flex flex-col gap-3">
        <p className="text-14">{t('intro')}</p>
        <LinkField field={field} link={link} />
        <p className="num text-12 text-muted">{t('length', { length: spaced(link.length) })}</p>
        {link.length > LONG && <Banner tone="wait" title={t('long')} />}
        <p role="status" className="min-h-5 text-13 font-semibold text-ok-text">
          {outcome !== null && t(outcome)}
        </p>
      </div>
    </Dialog>
  );
}

function useLink(state: LinkState): string {
  const [link, setLink] = useState('');
  useEffect(() => {
    let current = true;
    void encodeLink(state).then((hash) => {
      if (current) setLink(`${window.location.href.split('#')[0] ?? ''}${hash}`);
    });
    return () => {
      current = false;
    };
  }, [state]);
  return link;
}
