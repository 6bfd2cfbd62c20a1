import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunHost } from '#host/run-host.ts';
import { createSession, SessionProvider, useSession } from '../session/session.tsx';
import type { Opened } from './open-link.ts';
import { Player } from './Player.tsx';
import { useAddress } from './use-address.ts';
import { useAnnouncements } from './use-announcements.ts';
import { useFilm } from './use-film.ts';

type OpenedRunOf = Extract<Opened, { readonly kind: 'run' }>;

interface OpenedRunProps {
  readonly opened: OpenedRunOf;
  /** The address as it is now; the one the run was opened with stands in `opened`. */
  readonly hash: string;
  readonly host: RunHost;
}

/** A session for the run that was opened, computing from the moment it is on screen. */
export function OpenedRun({ opened, hash, host }: OpenedRunProps) {
  const [session] = useState(() => {
    const { source, scenario, link } = opened;
    const { choices, caseId, seed, entries, cursor } = link;
    return createSession({ source, host, request: { choices, caseId, seed, entries }, scenario, cursor });
  });
  return (
    <SessionProvider session={session}>
      <Living opened={opened} hash={hash} />
      <Player opened={opened} hash={hash} />
    </SessionProvider>
  );
}

/** What goes on while a run is on screen, and draws nothing. */
function Living({ opened, hash }: Pick<OpenedRunProps, 'opened' | 'hash'>) {
  const { run } = useSession();
  const { i18n } = useTranslation();
  useAddress(opened.link, hash);
  useFilm();
  useAnnouncements();
  // The beats come back with the run, in the language it was asked for in.
  useEffect(() => {
    run.getState().start();
    return () => {
      run.getState().cancel();
    };
  }, [run, i18n.language]);
  return null;
}
