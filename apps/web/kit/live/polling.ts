import { hearsOfIncidents } from '../session/home';
import { useSession } from '../session/session';
import { useLink } from './live';

const POLL_MS = 15_000;

/** After how long (ms) somebody looks again whom the feed tells nothing of incidents; false where it does. */
export function usePolling(): () => number | false {
  const { state } = useLink();
  const session = useSession();
  return () => (state.value === 'refused' || !hearsOfIncidents(session.caller?.roles ?? []) ? POLL_MS : false);
}
