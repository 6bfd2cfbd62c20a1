/** What the files of PGlite 0.5.16 weigh; servers that compress do not say it. */
export const POSTGRES_BYTES = { wasm: 9_086_480, bundle: 6_242_272, template: 2_688_000 } as const;
