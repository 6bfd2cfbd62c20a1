import { useEffect, useRef } from 'react';
import { useSession } from '../session/session.tsx';
import type { Session } from '../session/session.tsx';
import { sameRequest } from '../session/run-request.ts';
import type { RunRequest } from '../session/run-state.ts';
import { useRecordVisit } from '../lessons/use-record-visit.ts';
import { createAddressWriter } from '../sharing/address-writer.ts';
import type { LinkState } from '../sharing/link-state.ts';
import { rereadLink } from './open-link.ts';

/** What a link to this very moment carries. */
export function linkTo({ run, playback }: Session, opened: LinkState): LinkState {
  const { request, version, count } = run.getState();
  const { cursor } = playback.getState();
  return { ...opened, ...request, cursor: version === 0 ? cursor : Math.min(cursor, count) };
}

/**
 * Keeps the address, and how far the reader came, at the run on screen. A step replaces the entry of the browser's history; a
 * changed run adds one, so that Back leads to the run before it. An address that arrives from outside is gone to.
 */
export function useAddress(opened: LinkState, hash: string): void {
  const session = useSession();
  const record = useRecordVisit();
  const arrived = useRef<RunRequest>(opened);
  const seen = useRef(hash);

  useEffect(() => {
    const writer = createAddressWriter(record);
    const write = () => {
      writer.write(linkTo(session, opened));
    };
    const stopRun = session.run.subscribe(({ request }, { request: before }) => {
      if (!sameRequest(request, before) && !sameRequest(request, arrived.current)) {
        // A copy of the entry stays behind; the writer turns the new one into the address of the new run.
        window.history.pushState(null, '', window.location.hash);
      }
      arrived.current = request;
      write();
    });
    const stopPlayback = session.playback.subscribe(({ cursor }, { cursor: before }) => {
      if (cursor !== before) write();
    });
    return () => {
      stopRun();
      stopPlayback();
      writer.stop();
    };
  }, [session, opened, record]);

  useEffect(() => {
    if (seen.current === hash) return;
    seen.current = hash;
    void rereadLink(hash, session.run.getState().scenario).then((read) => {
      if (read === null || seen.current !== hash) return;
      const { choices, caseId, seed, entries, cursor } = read.link;
      const request = { choices, caseId, seed, entries };
      arrived.current = request;
      if (sameRequest(request, session.run.getState().request)) session.playback.getState().seek(cursor);
      else session.run.getState().goTo(request, cursor);
    });
  }, [session, hash]);
}
