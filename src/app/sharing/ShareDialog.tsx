import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { spaced } from '../ui/figures.ts';
import { encodeLink } from './encode-link.ts';
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
  const [copied, setCopied] = useState<'no' | 'yes' | 'selected'>('no');

  const copy = async () => {
    const done = await copyText(link);
    if (!done) field.current?.select();
    setCopied(done ? 'yes' : 'selected');
  };
  const download = () => {
    saveAs(`${state.scenarioId}.sagascope.json`, 'application/json', runFile(link.slice(link.indexOf('#'))));
  };

  return (
    <Dialog
      title={t('title')}
      closeLabel={shell('close')}
      onClose={onClose}
      footer={
        <>
          <Button icon="download" onPress={download}>
            {t('download')}
          </Button>
          <Button tone="primary" icon="copy" onPress={() => void copy()}>
            {t('copy')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-14">{t('intro')}</p>
        <label className="flex flex-col gap-1 text-13 text-muted">
          {t('link')}
          <input
            ref={field}
            readOnly
            value={link}
            className="field font-mono text-12"
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
        </label>
        <p className="num text-12 text-muted">{t('length', { length: spaced(link.length) })}</p>
        {link.length > LONG && <Banner tone="wait" title={t('long')} />}
        <p role="status" className="min-h-5 text-13 font-semibold text-ok-text">
          {copied === 'yes' && t('copied')}
          {copied === 'selected' && t('select')}
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

/** False where the browser has no clipboard to give: an address without https, a frame, a refusal. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
