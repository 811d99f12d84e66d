/** House: to come; it receives lives and asks for tales. */
import type { LivesFound, Tale } from '../messages.ts';

export class House {
  readonly #ask: (key: number) => void;

  constructor(ask: (key: number) => void) {
    this.#ask = ask;
  }
  expect(_run: number, _arms: number): void {}
  receive(_lives: LivesFound): void {}
  tell({ lives }: Tale): void {
    if (lives.length < 0) this.#ask(0);
  }
}
