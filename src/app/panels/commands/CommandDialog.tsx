import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json, JsonMap } from '#sim/model/json.ts';
import type { Command } from '#sim/scenario/scenario.ts';
import { useCursor, useRun, useStep } from '../../session/session.tsx';
import { useSay } from '../../session/sentences/use-say.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { milliseconds } from '../../ui/figures.ts';
import { freshBody, runEntry } from './command-body.ts';
import { JsonField } from './JsonField.tsx';

interface CommandDialogProps {
  readonly command: Command;
  readonly onClose: () => void;
}

/** Sends a command once more, with values the reader may change; it becomes an entry of the plan. */
export function CommandDialog({ command, onClose }: CommandDialogProps) {
  const { t } = useTranslation('player');
  const { name } = useSay();
  const plan = useRun((run) => run.scenario.plan);
  const own = useRun((run) => run.request.entries);
  const addEntry = useRun((run) => run.addEntry);
  const [body, setBody] = useState<JsonMap>(() => freshBody(command, [...plan, ...own]));
  const atMs = useNextInstant();
  const formId = useId();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    addEntry(runEntry(command, body, atMs));
    onClose();
  };
  const change = (key: string) => (value: Json) => {
    setBody((before) => ({ ...before, [key]: value }));
  };
  return (
    <Dialog
      title={t('commands.dialog', { command: command.name, client: command.client })}
      closeLabel={t('commands.cancel')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('commands.cancel')}</Button>
          <button type="submit" form={formId} className="btn btn-primary">
            {t('commands.confirm')}
          </button>
        </>
      }
    >
      <form id={formId} className="flex flex-col gap-2.5" onSubmit={send}>
        <p className="m-0 font-mono text-13">
          {t('commands.to', { operation: command.operation, service: name(command.service) })}
        </p>
        {Object.entries(body).map(([key, value]) => (
          <JsonField key={key} name={key} value={value} onChange={change(key)} />
        ))}
        <p className="m-0 text-13 text-muted">{t('commands.at', { time: milliseconds(atMs) })}</p>
      </form>
    </Dialog>
  );
}

/** The first instant that is certainly after the step on screen, so that what is on screen stays as it is. */
function useNextInstant(): number {
  const step = useStep();
  return useCursor() === 0 || step === null ? 0 : step.at + 1;
}
