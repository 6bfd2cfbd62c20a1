/** The value that this share of the samples does not exceed: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Wall-clock milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Ratios of two works done in turn, so that whatever slows the machine slows both: `a / b`, one for each round, after rounds
 * that only warm up.
 */
export async function pairedRatios(
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
  rounds: { readonly warmUp: number; readonly count: number },
): Promise<{ readonly ratios: readonly number[]; readonly aMs: readonly number[]; readonly bMs: readonly number[] }> {
  const aMs: number[] = [];
  const bMs: number[] = [];
  for (let round = 0; round < rounds.warmUp + rounds.count; round++) {
    const isFirst = round % 2 === 0;
    const first = await timed(isFirst ? a : b);
    const second = await timed(isFirst ? b : a);
    if (round < rounds.warmUp) continue;
    aMs.push(isFirst ? first : second);
    bMs.push(isFirst ? second : first);
  }
  return { ratios: aMs.map((ms, n) => ms / (bMs[n] ?? Number.NaN)), aMs, bMs };
}
