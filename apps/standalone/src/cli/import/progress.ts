import { Presets, SingleBar } from 'cli-progress';

/** Shows how far an import is, where somebody watches. */
export interface Progress {
  tell(done: number, total: number): void;
  end(): void;
}

/** A bar on a terminal's stderr; nothing elsewhere. */
export function progressBar(): Progress {
  if (!process.stderr.isTTY) return { tell: () => undefined, end: () => undefined };
  const bar = new SingleBar({ stream: process.stderr, format: '{bar} {percentage}%  {value}/{total}' }, Presets.rect);
  let started = false;
  return {
    tell: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    end: () => {
      if (started) bar.stop();
    },
  };
}
