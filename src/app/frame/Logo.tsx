import { useTranslation } from 'react-i18next';

/** The way home, with a scope for a mark. */
export function Logo({ short = false }: { readonly short?: boolean }) {
  const { t } = useTranslation();
  return (
    <a
      href="#/"
      className="flex min-h-8 flex-none items-center gap-2 rounded text-[1.0625rem] font-bold tracking-[-.025em] text-ink no-underline"
    >
      <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className="size-6">
        <circle cx="12" cy="12" r="10.2" stroke="currentColor" strokeWidth="1.7" />
        <path
          d="M2.2 12H7l2-5 4 10 2.5-5h6.3"
          stroke="var(--accent)"
          strokeWidth="2.1"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className={short ? 'sr-only' : 'max-sm:sr-only'}>{t('brand')}</span>
      <span className="sr-only">: {t('nav.home')}</span>
    </a>
  );
}
