import { useTranslation } from 'react-i18next';
import type { Message } from '#sim/model/message.ts';
import { JsonLeaf } from '../../ui/JsonTree.tsx';

/** The four ids that are never used for one another, each with a colour and a mark of its own. */
const IDS = {
  id: { look: 'bg-accent-soft text-accent-text', mark: '■' },
  correlationid: { look: 'bg-ok-soft text-ok-text', mark: '●' },
  causationid: { look: 'bg-wait-soft text-wait-text', mark: '▲' },
  traceparent: { look: 'bg-comp-soft text-comp-text', mark: '◆' },
} as const;

const PLAIN = [
  'specversion',
  'source',
  'type',
  'subject',
  'datacontenttype',
  'dataschema',
  'partitionkey',
  'sequence',
] as const satisfies readonly (keyof Message)[];

const ID_NAMES = ['id', 'correlationid', 'causationid', 'traceparent'] as const;

/** The CloudEvents envelope as a table (R-ENV): the four ids first, each with what it is for. */
export function Envelope({ message }: { readonly message: Message }) {
  const { t } = useTranslation('inspector');
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{t('message.envelope')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('message.field')}</th>
          <th scope="col">{t('message.value')}</th>
        </tr>
      </thead>
      <tbody>
        {ID_NAMES.map((name) => (
          <tr key={name} className="border-b border-hair-2">
            <th scope="row" className="py-1 pr-3 text-left align-top font-mono font-normal text-muted">
              {name}
            </th>
            <td className="py-1">
              <span className={`rounded-s px-1.5 py-0.5 font-mono break-all ${IDS[name].look}`}>
                <span aria-hidden="true" className="mr-1 text-12">
                  {IDS[name].mark}
                </span>
                {message[name]}
              </span>
              <span className="mt-0.5 block text-12 text-muted">{t(`message.meaning.${name}`)}</span>
            </td>
          </tr>
        ))}
        {PLAIN.map((name) => (
          <tr key={name} className="border-b border-hair-2 last:border-b-0">
            <th scope="row" className="py-1 pr-3 text-left align-top font-mono font-normal text-muted">
              {name}
            </th>
            <td className="py-1">
              <JsonLeaf value={message[name]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
