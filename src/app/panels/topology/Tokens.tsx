import { useLayoutEffect, useRef } from 'react';
import type { Moving } from '#sim/projections/moving.ts';
import { mayMove } from '../../frame/appearance.ts';
import { usePlayback } from '../../session/session.tsx';
import { MessageToken } from '../../ui/MessageToken.tsx';
import { hopMs, stretchOf } from './hop.ts';
import type { RoutedWire } from './routes.ts';
import { useWireState } from './use-wire-state.ts';

interface MovingTokenProps {
  readonly moving: Moving;
  readonly wire: RoutedWire;
}

/**
 * The message of this step. It travels when one stepped here and may move; after a jump it stands where it got to.
 * The browser moves it along the path by itself, outside React.
 */
export function MovingToken({ moving, wire }: MovingTokenProps) {
  const token = useRef<HTMLDivElement>(null);
  const stepped = usePlayback(({ moved }) => moved !== 'jump');
  const speed = usePlayback(({ speed: times }) => times);
  const way = moving.back && wire.answer !== null ? wire.answer : wire.way;
  const reversed = moving.back && wire.answer === null;
  const { from, to } = stretchOf(moving.leg, reversed);
  // Only how one got here decides whether it travels: a changed speed must not send it off again.
  const travels = useRef(stepped && mayMove() ? hopMs(speed) : 0);

  useLayoutEffect(() => {
    if (travels.current === 0) return undefined;
    const hop = token.current?.animate([{ offsetDistance: from }, { offsetDistance: to }], {
      duration: travels.current,
      easing: 'ease-in-out',
    });
    return () => hop?.cancel();
  }, [from, to]);

  return (
    <div ref={token} className="absolute top-0 left-0 z-20" style={along(way.path, to)}>
      <MessageToken shape={moving.token} look={moving.fate === 'lost' ? 'lost' : 'here'} />
    </div>
  );
}

/** Messages that are on their way and do not move now: grey, at rest in the middle of their wire. */
export function RestingTokens({ wire }: { readonly wire: RoutedWire }) {
  const { under } = useWireState(wire);
  return under.map((arrow) => (
    <div
      key={arrow.sent}
      className="absolute top-0 left-0 z-10"
      style={along(arrow.back && wire.answer !== null ? wire.answer.path : wire.way.path, '50%')}
    >
      <MessageToken shape={arrow.token} look="rest" size={32} />
    </div>
  ));
}

const along = (path: string, distance: string) => ({
  offsetPath: `path("${path}")`,
  offsetDistance: distance,
  offsetRotate: '0deg',
  offsetAnchor: 'center',
});
