import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner.tsx';
import { Tag } from '../ui/Tag.tsx';
import type { LinkTrouble } from './link-state.ts';

/** Says that the run on screen came with an address from somewhere else. */
export function SharedBadge() {
  const { t } = useTranslation('sharing');
  return (
    <span title={t('badgeHint')}>
      <Tag>{t('badge')}</Tag>
    </span>
  );
}

interface LinkTroubleNoteProps {
  readonly trouble: LinkTrouble;
  readonly onClose?: () => void;
}

/** What in a link could not be used, a sentence each, and what is shown in its place. */
export function LinkTroubleNote({ trouble, onClose }: LinkTroubleNoteProps) {
  const { t } = useTranslation('sharing');
  const { t: shell } = useTranslation();
  const { problems, nearest } = trouble;
  return (
    <Banner
      tone="wait"
      icon="link"
      role="alert"
      title={nearest === null ? t('nothing') : t('trouble', { count: problems.length })}
      actions={
        nearest === null ? (
          <a className="btn btn-primary" href="#/">
            {t('home')}
          </a>
        ) : (
          onClose !== undefined && (
            <button type="button" className="btn btn-small" onClick={onClose}>
              {shell('close')}
            </button>
          )
        )
      }
    >
      <ul className="list-disc pl-4">
        {problems.map(({ kind, what, detail }, index) => (
          <li key={index} className="wrap-anywhere">
            {t(`problem.${kind}`, { what, detail })}
          </li>
        ))}
      </ul>
      {nearest !== null && <p className="mt-1">{t('nearest')}</p>}
    </Banner>
  );
}
