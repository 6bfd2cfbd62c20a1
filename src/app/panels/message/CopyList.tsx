import { useTranslation } from 'react-i18next';
import type { CopyStage, MessageCopy } from '#sim/projections/messages.ts';
import { StepLink } from '../../session/StepLink.tsx';
import { StateWord, type Status } from '../../ui/Chip.tsx';

const STATUS = {
  ready: 'idle',
  'in-flight': 'active',
  received: 'active',
  acked: 'ok',
  rejected: 'fail',
  redelivered: 'wait',
  'dead-lettered': 'dead',
  dropped: 'fail',
  discarded: 'ok',
} as const satisfies Record<CopyStage, Status>;

/** Where each copy of the message is, one per queue it went into. */
export function CopyList({ copies }: { readonly copies: readonly MessageCopy[] }) {
  const { t } = useTranslation('inspector');
  return (
    <ul className="m-0 flex list-none flex-col p-0 text-13">
      {copies.map((copy, index) => (
        <li key={index} className="flex flex-wrap items-center gap-x-3 border-t border-hair py-1.5">
          <code className="min-w-0 flex-1 break-all">{copy.queue}</code>
          <StateWord status={STATUS[copy.stage]}>{t(`message.stage.${copy.stage}`)}</StateWord>
          <StepLink step={copy.since} />
          <p className="m-0 w-full text-12 text-muted">
            {t('message.deliveries', { count: copy.deliveries })}
            {copy.reason !== null && ` · ${t('message.because', { reason: copy.reason })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
