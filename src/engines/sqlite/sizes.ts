/** What sql.js 1.16 weighs; servers that compress do not say it. */
export const SQLITE_WASM_BYTES = 688_197;
