/** How long a worker may be silent. It says that it is alive every second unless it hangs. */
const SILENCE_MS = 15_000;
const LOOK_EVERY_MS = 1000;

/** Calls back once when nothing was heard for too long. A hidden page is not counted: its timers sleep. */
export class Watchdog {
  readonly #onSilence: () => void;
  #silentMs = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  watch(): void {
    this.#silentMs = 0;
    this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** Something was heard. */
  pat(): void {
    this.#silentMs = 0;
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    if (document.visibilityState === 'hidden') return;
    this.#silentMs += LOOK_EVERY_MS;
    if (this.#silentMs < SILENCE_MS) return;
    this.rest();
    this.#onSilence();
  }
}
