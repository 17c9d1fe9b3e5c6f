import type { Schemas } from '../../kit/api/client';
import { guessOf } from '../../kit/api/place';

/** Part of `navigator` that says whose phone it is. */
type Phone = Readonly<{ userAgent: string; maxTouchPoints: number }>;

/** An iPad calls itself a Mac, but has a touch screen. */
const isApples = ({ userAgent, maxTouchPoints }: Phone): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);

/**
 * The address that opens the phone's own map: `geo:` where the system knows it, `maps:` on Apple's. A place whose point
 * nobody verified is looked up by its words, so that nobody is led to the gate of another one.
 */
export function wayTo(place: Schemas['FiledAddress'], phone: Phone): string {
  const words = encodeURIComponent(place.address);
  const point = guessOf(place) ? undefined : `${place.latitude},${place.longitude}`;
  if (isApples(phone)) return `maps://?q=${words}${point === undefined ? '' : `&ll=${point}`}`;
  return point === undefined ? `geo:0,0?q=${words}` : `geo:${point}?q=${point}(${words})`;
}
