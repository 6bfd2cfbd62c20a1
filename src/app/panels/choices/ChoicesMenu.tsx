import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesPanel } from './ChoicesPanel.tsx';
import { useRun } from '../../session/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** The choices behind one button, where the bar has no room for them. */
export function ChoicesMenu() {
  const { t } = useTranslation('player');
  const { t: shell } = useTranslation();
  const offersNothing = useRun(
    ({ scenario }) => scenario.choices.length === 0 && Object.keys(scenario.cases).length === 0,
  );
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  if (offersNothing) return null;
  return (
    <>
      <Button
        icon="gear"
        onPress={() => {
          setOpen(true);
        }}
      >
        <span className="max-sm:sr-only">{t('choices.open')}</span>
      </Button>
      {open && (
        <Dialog title={t('choices.label')} closeLabel={shell('close')} onClose={close}>
          <ChoicesPanel layout="stack" />
        </Dialog>
      )}
    </>
  );
}
