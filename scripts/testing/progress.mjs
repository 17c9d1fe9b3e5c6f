import { say } from '../lib/command-line.mjs';

const WIDTH = 24;

/** On a terminal one line with a bar, rewritten as steps and spec files end; else a line per step. Always stderr. */
export class Progress {
  #done = 0;
  #files = 0;
  #label = '';

  constructor(total) {
    this.total = total;
    this.live = Boolean(process.stderr.isTTY);
  }

  begin(label) {
    this.#label = label;
    this.#files = 0;
    if (this.live) this.#draw();
  }

  tick() {
    this.#files += 1;
    if (this.live) this.#draw();
  }

  end(outcome) {
    this.#done += 1;
    if (this.live) process.stderr.write('\r\x1b[K');
    say(`${this.#label.padEnd(26)} ${outcome}`);
  }

  #draw() {
    const filled = Math.round((this.#done / this.total) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const files = this.#files ? `  ${this.#files} spec files` : '';
    process.stderr.write(`\r\x1b[K${bar} ${this.#done}/${this.total}  ${this.#label}${files}`);
  }
}
