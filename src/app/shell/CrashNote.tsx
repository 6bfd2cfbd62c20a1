import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner.tsx';

interface CrashNoteProps {
  readonly error: Error;
  readonly onAgain: () => void;
}

/** Browsers say it in many ways; all of them mean that a file of the page did not come. */
const isMissingChunk = (error: Error): boolean =>
  /dynamically imported module|importing a module script|preload/iu.test(error.message);

export function CrashNote({ error, onAgain }: CrashNoteProps) {
  const { t } = useTranslation();
  const missing = isMissingChunk(error);
  const reload = () => {
    window.location.reload();
  };
  return (
    <main id="main" className="mx-auto w-full max-w-2xl p-6">
      <h1 className="sr-only">{t(missing ? 'chunk.title' : 'crash.title')}</h1>
      <Banner
        tone="fail"
        role="alert"
        title={t(missing ? 'chunk.title' : 'crash.title')}
        actions={
          <>
            <button type="button" className="btn btn-primary" onClick={missing ? reload : onAgain}>
              {t(missing ? 'chunk.reload' : 'crash.again')}
            </button>
            <a className="btn" href="#/">
              {t('crash.home')}
            </a>
          </>
        }
      >
        {t(missing ? 'chunk.body' : 'crash.body')}
        <details className="mt-2">
          <summary className="min-h-6">{t('crash.details')}</summary>
          <code className="wrap-anywhere">{error.message}</code>
        </details>
      </Banner>
    </main>
  );
}
