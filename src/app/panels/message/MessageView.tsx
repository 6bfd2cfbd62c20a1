import { useTranslation } from 'react-i18next';
import type { MessageLife } from '#sim/projections/messages.ts';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { CopyList } from './CopyList.tsx';
import { Envelope } from './Envelope.tsx';
import { Part } from './Part.tsx';
import { StepLink } from '../../session/StepLink.tsx';

/** One message: its envelope, its payload, and its life from the outbox row to the end of every copy. */
export function MessageView({ life }: { readonly life: MessageLife }) {
  const { t } = useTranslation('inspector');
  const { message } = life;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-15">{message.type}</h2>
        <Tag>{t(`message.kind.${message.kind}`)}</Tag>
        <code className="text-muted">{message.dataschema}</code>
      </div>
      <Part title={t('message.life')}>
        <Way life={life} />
        {life.copies.length > 0 && <CopyList copies={life.copies} />}
      </Part>
      <Part title={t('message.payload')}>
        <JsonTree value={message.data} open={2} />
      </Part>
      <Part title={t('message.envelope')}>
        <Envelope message={message} />
      </Part>
    </>
  );
}

/** From the row it was recorded as to the broker's word that it has it, with the steps. */
function Way({ life }: { readonly life: MessageLife }) {
  const { t } = useTranslation('inspector');
  const way = [
    ...(life.recorded === null ? [] : [{ word: t('message.recorded'), step: life.recorded }]),
    ...life.published.map((step, index) => ({
      word: t(index === 0 ? 'message.published' : 'message.publishedAgain'),
      step,
    })),
    ...life.confirmed.map((step) => ({ word: t('message.confirmed'), step })),
  ].sort((a, b) => a.step - b.step);
  return (
    <ol className="m-0 flex list-none flex-col gap-0.5 p-0 text-13">
      {way.map(({ word, step }) => (
        <li key={step} className="flex items-center justify-between gap-2">
          {word}
          <StepLink step={step} />
        </li>
      ))}
      {life.undelivered !== null && (
        <li className="flex items-center justify-between gap-2 font-semibold text-fail-text">
          {t('message.undelivered', { reason: life.undelivered.reason })}
          <StepLink step={life.undelivered.step} />
        </li>
      )}
    </ol>
  );
}
