import { useTranslation } from 'react-i18next';
import type { Call } from '#sim/projections/calls.ts';
import { useSay } from '../../session/sentences/use-say.ts';
import { StepLink } from '../../session/StepLink.tsx';
import { Chip, type Status } from '../../ui/Chip.tsx';
import { JsonTree } from '../../ui/JsonTree.tsx';
import { Part } from './Part.tsx';

const STATUS = { open: 'active', answered: 'ok', failed: 'fail', unknown: 'doubt' } as const satisfies Record<
  Call['state'],
  Status
>;

/** A request and what came of it. No answer is not a failure: the outcome is unknown. */
export function CallView({ call }: { readonly call: Call }) {
  const { t } = useTranslation('inspector');
  const { name } = useSay();
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-mono text-14">{call.operation}</h2>
        <Chip status={STATUS[call.state]}>
          {t(`message.call.state.${call.state}`)}
          {call.status !== null && <span className="num">{call.status}</span>}
        </Chip>
        <p className="m-0 w-full text-13 text-muted">
          {name(call.from)} → {name(call.to)}
          {call.reason !== null && ` · ${t('message.because', { reason: call.reason })}`}
        </p>
      </div>
      <Part title={t('message.call.body')}>
        <div className="flex items-start justify-between gap-2">
          <JsonTree value={call.body} open={2} />
          <StepLink step={call.sent} />
        </div>
      </Part>
      {call.ended !== null && call.state === 'answered' && (
        <Part title={t('message.call.answer')}>
          <div className="flex items-start justify-between gap-2">
            <JsonTree value={call.answer} open={2} />
            <StepLink step={call.ended} />
          </div>
        </Part>
      )}
    </>
  );
}
