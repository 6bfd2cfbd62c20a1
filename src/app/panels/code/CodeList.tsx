import { useTranslation } from 'react-i18next';
import type { CodeToken } from '#sim/scenario/listing-tokens.ts';
import { StepLink } from '../../session/StepLink.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { LineState, MarkedLine } from './line-states.ts';

const GROUND = {
  ran: 'bg-sunk',
  passed: 'bg-sunk',
  now: 'bg-accent-soft shadow-[inset_3px_0_var(--accent)]',
  died: 'bg-fail-soft shadow-[inset_3px_0_var(--fail)]',
  stopped: 'bg-fail-soft shadow-[inset_3px_0_var(--fail)]',
  skipped: 'text-faint',
  ahead: '',
  never: 'text-faint',
} satisfies Record<LineState, string>;

const GREY: readonly LineState[] = ['skipped', 'never'];

const INK = {
  keyword: 'text-accent-text',
  string: 'text-ok-text',
  number: 'text-ok-text',
  hole: 'text-comp-text',
  expression: 'text-comp-text',
  comment: 'text-faint italic',
  plain: '',
} satisfies Record<CodeToken['kind'], string>;

/** A handler as numbered lines; words and step numbers stand at the right of each statement. */
export function CodeList({ lines, label }: { readonly lines: readonly MarkedLine[]; readonly label: string }) {
  return (
    <ol
      aria-label={label}
      className="m-0 list-none overflow-hidden rounded border border-hair bg-raise p-0 font-mono text-13 leading-6 tracking-[-0.02em]"
    >
      {lines.map((line) => (
        <li
          key={line.number}
          aria-current={line.state === 'now' ? 'step' : undefined}
          className={`grid grid-cols-[2.125rem_minmax(0,1fr)_auto] items-start pr-2.5 ${GROUND[line.state]}`}
        >
          <span className="num pr-3 text-right text-12 leading-6 text-faint" aria-hidden="true">
            {line.number}
          </span>
          <CodeText line={line} />
          {line.leads && <LineWord line={line} />}
        </li>
      ))}
    </ol>
  );
}

function CodeText({ line }: { readonly line: MarkedLine }) {
  const plain = GREY.includes(line.state);
  const indent = `${String(line.depth * 1.1)}rem`;
  return (
    <code
      className="block text-13 leading-6 break-words whitespace-pre-wrap"
      style={{ paddingLeft: `calc(${indent} + 1rem)`, textIndent: '-1rem' }}
    >
      {line.tokens.map((token, index) => (
        <span key={index} className={plain ? '' : INK[token.kind]}>
          {token.text}
        </span>
      ))}
    </code>
  );
}

function LineWord({ line }: { readonly line: MarkedLine }) {
  const { t } = useTranslation('inspector');
  const last = line.steps.at(-1);
  return (
    <span className="flex min-h-6 items-center gap-1 pl-2 font-sans text-12 tracking-normal whitespace-nowrap">
      {line.state === 'died' && (
        <span className="flex items-center gap-1 font-semibold text-fail-text">
          <Icon name="bolt" size={12} />
          {t('code.diedAfter')}
        </span>
      )}
      {line.state === 'stopped' && <span className="font-semibold text-fail-text">{t('code.stoppedAt')}</span>}
      {line.state === 'never' && <span>{t('code.neverRan')}</span>}
      {line.state === 'skipped' && <span>{t('code.skipped')}</span>}
      {line.steps.length > 1 && <span className="num text-muted">×{line.steps.length}</span>}
      {last !== undefined && <StepLink step={last} />}
    </span>
  );
}
