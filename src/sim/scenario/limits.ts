/** What a file may hold at most, so that a stranger's file is refused in a sentence instead of hanging the page. */
export const LIMITS = {
  bytes: 256 * 1024,
  /** Words and signs of a file, which is what reading it costs; a full-sized file has fewer. */
  pieces: 100_000,
  aliases: 100,
  /** Maps and lists inside one another. */
  depth: 40,
  /** Values in a file, aliases written out. */
  values: 60_000,
  bases: 4,
  services: 12,
  instances: 8,
  choices: 8,
  options: 8,
  handlers: 120,
  steps: 60,
  nesting: 6,
  expression: 500,
  /** Characters of one statement or migration. */
  sql: 20_000,
  rows: 1_000,
  plan: 200,
  repeat: 10_000,
  cases: 40,
  promises: 40,
  beats: 60,
  virtualMs: 3_600_000,
  text: 400,
} as const;
