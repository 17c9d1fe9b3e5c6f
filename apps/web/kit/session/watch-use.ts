import { useSession } from './session';

/** How often the server hears whether the page is used; it knows when a session has lain idle for too long. */
const EVERY_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells the server while somebody uses the page, and finds out when nobody did for too long. For a page that lives on. */
export function watchUse(): void {
  const session = useSession();
  let used = true;
  for (const sign of SIGNS) addEventListener(sign, () => (used = true), { capture: true, passive: true });
  setInterval(() => {
    void session.keep(used);
    used = false;
  }, EVERY_MS);
}
