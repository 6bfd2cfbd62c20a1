import { useTranslation } from 'react-i18next';

const TARGETS = [
  ['main', 'skip.main'],
  ['search', 'skip.search'],
  ['transport', 'skip.transport'],
  ['story', 'skip.story'],
] as const;

type Target = (typeof TARGETS)[number][0];

/** First stop of Tab: over the header to what the page is about. A page says which of the places it has. */
export function SkipLinks({ to }: { readonly to: readonly Target[] }) {
  const { t } = useTranslation();
  return (
    <div className="sr-only-focusable absolute top-2 left-2 z-50 flex gap-2">
      {TARGETS.filter(([id]) => to.includes(id)).map(([id, words]) => (
        <button
          key={id}
          type="button"
          className="btn btn-primary"
          onClick={() => {
            document.getElementById(id)?.focus();
          }}
        >
          {t(words)}
        </button>
      ))}
    </div>
  );
}
