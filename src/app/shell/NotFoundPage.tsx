import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Header } from '../frame/Header.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <Header />
      <main id="main" tabIndex={-1} className="p-6">
        <h1 className="sr-only">{t('notFound.title')}</h1>
        <EmptyState
          icon="question"
          title={t('notFound.title')}
          actions={
            <a className="btn btn-primary" href="#/">
              {t('notFound.home')}
            </a>
          }
        >
          {t('notFound.body')}
        </EmptyState>
      </main>
    </>
  );
}
